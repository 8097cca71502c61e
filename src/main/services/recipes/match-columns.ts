import type { RecipeSheet } from '../../../shared/model/recipe.ts';
import { headerWords } from '../../import/roles/header-words.ts';

/** A heading with what a spreadsheet program or an export may change about it left out. */
const plain = (name: string): string => headerWords(name) || name.trim();

/**
 * Which column of a file is which of a recipe: by heading as written, else by its words where these name one column
 * only. Order does not matter. O(columns).
 * @returns for each column of the recipe the place in the file, −1 where it is missing
 */
export const matchColumns = (recipe: readonly string[], file: readonly string[]): number[] => {
  const taken = new Set<number>();
  const found = recipe.map((name) => {
    const at = file.indexOf(name);
    if (at >= 0) taken.add(at);
    return at;
  });
  const byWords = new Map<string, number[]>();
  file.forEach((name, at) => {
    if (taken.has(at)) return;
    const words = plain(name);
    byWords.set(words, [...(byWords.get(words) ?? []), at]);
  });
  return recipe.map((name, i) => {
    if (found[i]! >= 0) return found[i]!;
    const places = byWords.get(plain(name)) ?? [];
    const at = places.length === 1 ? places[0]! : -1;
    if (at >= 0) byWords.delete(plain(name));
    return at;
  });
};

/** So much of two sets of columns must be common to both (Dice's index, 1 where all is) for them to be one kind of file. */
const leastCommon = 0.6;

type Shape = Pick<RecipeSheet, 'headerRow'> & { readonly columns: readonly { readonly name: string }[] };

/** How alike the columns of two files are: Dice's index; 0 where they are too unlike to be of one kind. */
export const likeness = (recipe: Shape, file: Shape): number => {
  const [known, here] = [recipe.columns, file.columns];
  // Without headings there is nothing to tell columns apart by but their number.
  if ((recipe.headerRow === 0) !== (file.headerRow === 0)) return 0;
  if (recipe.headerRow === 0 && known.length !== here.length) return 0;
  const places = matchColumns(
    known.map(({ name }) => name),
    here.map(({ name }) => name),
  );
  const common = places.filter((at) => at >= 0).length;
  const dice = (2 * common) / (known.length + here.length);
  return dice >= leastCommon ? dice : 0;
};
