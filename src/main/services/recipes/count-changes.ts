import type { RecipeChanges } from '../../../shared/model/recipe.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import type { CollectedSheet } from './collect-places.ts';
import type { FoundReplaced } from './find-replaced.ts';

/**
 * What a sheet changes, in numbers.
 * @param found its `places` are those among the ones that count
 * @param isKnown whether the project knew a customer before
 */
export const changesOf = (
  sheet: { readonly kind: SourceKind; readonly rows: number },
  { places, counted, customers, hasCustomers }: CollectedSheet,
  found: FoundReplaced,
  identical: RecipeChanges['identical'],
  isKnown: (customer: number) => boolean,
): RecipeChanges => {
  const known = [...customers].filter(isKnown).length;
  return {
    rows: sheet.rows,
    rowsReplaced: found.rows,
    orders: isOrderKind(sheet.kind) ? { known: found.places, added: counted.size - found.places } : null,
    customers: hasCustomers ? { known, added: customers.size - known } : null,
    period: places.period,
    overlap: found.overlap,
    identical,
  };
};
