import { bandOf, straightCut } from '../../charts/tree/tree-cut.ts';
import { heightOf, rootOf, type TreeShape } from '../../charts/tree/tree-shape.ts';
import { word } from '../../charts/words.ts';

export interface CutNote {
  readonly k: number;
  readonly note: string;
  readonly recommended: boolean;
}

/** A segment with more than half of everybody, or with fewer than this share, serves nobody. */
const tooLarge = 0.5;
const tooSmall = 0.03;
/** Free room around the line, as a share of its height: below the first two parts look alike, above the second all are clearly apart. */
const narrow = 0.08;
const wide = 0.25;

/** What speaks for and against cutting into k: sizes first, then how much room the line has. */
const noteOf = (shape: TreeShape, suggestedK: number, k: number): string => {
  if (k === suggestedK) return word('tree.note.recommended');
  const shares = straightCut(shape, k).map((node) => shape.size[node]! / Math.max(1, shape.customers));
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  if (most > tooLarge) return word('tree.note.large', { share: most });
  if (least < tooSmall) return word('tree.note.tiny', { share: least });
  const root = rootOf(shape);
  const { low, high } = bandOf(shape, root, k, heightOf(shape, root) * 1.06);
  const room = (high - low) / high;
  return word(room < narrow ? 'tree.note.alike' : room > wide ? 'tree.note.clear' : 'tree.note.good');
};

/** Notes on 2 to 10 segments, as far as the tree can be cut, and on what is suggested. */
export const cutNotes = (shape: TreeShape, suggestedK: number, most: number): CutNote[] => {
  const usual = Array.from({ length: 9 }, (_, i) => i + 2).filter((k) => k <= most);
  const all = [...new Set([...usual, Math.min(most, suggestedK)])].sort((a, b) => a - b);
  return all.map((k) => ({ k, note: noteOf(shape, suggestedK, k), recommended: k === suggestedK }));
};
