import { foldText } from './fold-text.ts';
import { isPlaceholder } from './is-placeholder.ts';

/** A town's name, folded, saint written out. O(length). */
export const normaliseCity = (text: string): string | null => {
  const folded = foldText(text).replace(/^(st|sankt|saint) /, 'saint ');
  return isPlaceholder(folded) ? null : folded;
};
