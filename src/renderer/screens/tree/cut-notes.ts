import type { TreeView } from '../../../shared/model/tree.ts';
import { bandOf, cutBranches, mostBranches } from '../../charts/tree-geometry.ts';
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
const noteOf = (tree: TreeView, k: number): string => {
  if (k === tree.suggestedK) return word('tree.note.recommended');
  const shares = cutBranches(tree, k).map(({ size }) => size / Math.max(1, tree.customers));
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  if (most > tooLarge) return word('tree.note.large', { share: most });
  if (least < tooSmall) return word('tree.note.tiny', { share: least });
  const { low, high } = bandOf(tree, k);
  const room = (high - low) / high;
  return word(room < narrow ? 'tree.note.alike' : room > wide ? 'tree.note.clear' : 'tree.note.good');
};

/** Notes on 2 to 10 segments, as far as the tree can be cut, and on what is suggested and chosen. */
export const cutNotes = (tree: TreeView, chosen: number): CutNote[] => {
  const most = mostBranches(tree);
  const usual = Array.from({ length: 9 }, (_, i) => i + 2).filter((k) => k <= most);
  const all = [...new Set([...usual, Math.min(most, tree.suggestedK), chosen])].sort((a, b) => a - b);
  return all.map((k) => ({ k, note: noteOf(tree, k), recommended: k === tree.suggestedK }));
};
