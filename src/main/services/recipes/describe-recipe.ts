import { type Message, message } from '../../../shared/model/message.ts';
import type { RecipeChanges, RecipeDifference, SheetRecipe } from '../../../shared/model/recipe.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import type { SheetPlan } from './plan-recipes.ts';
import type { KnownSheet } from './recognise.ts';
import { missingNeeded } from './replay.ts';

const whatReplaced = (kind: SourceKind, { rowsReplaced: rows, overlap, orders }: RecipeChanges): Message => {
  if (kind === 'customers' || kind === 'products') return message('recipe.replaces.rows', { rows });
  const days = { from: overlap?.from ?? null, to: overlap?.to ?? null, rows };
  return orders === null
    ? message('recipe.replaces.events', days)
    : message('recipe.replaces.orders', { ...days, orders: orders.known });
};

const sentences = (known: KnownSheet, { guessed, isReplayed }: SheetPlan, changes: RecipeChanges | null): Message[] => {
  if (!isReplayed) {
    const column = missingNeeded(known, guessed)[0]!;
    return [message('recipe.cannotReplay', { file: known.file, column: column.name, role: column.role })];
  }
  const found: Message[] = [message('recipe.recognised', { file: known.file, at: known.at })];
  if (changes === null) return found;
  if (changes.identical !== null)
    found.push(message('recipe.identical', { file: changes.identical.file, at: changes.identical.at }));
  if (changes.orders !== null) found.push(message('recipe.orders', { ...changes.orders }));
  if (changes.customers !== null) found.push(message('recipe.customers', { ...changes.customers }));
  if (changes.rowsReplaced > 0) found.push(whatReplaced(known.kind, changes));
  return found;
};

/** What there is to say of a sheet that a recipe knows; null where none does. */
export const describeRecipe = (
  plan: SheetPlan,
  differences: readonly RecipeDifference[],
  changes: RecipeChanges | null,
  hasDoubts: boolean,
): SheetRecipe | null => {
  const { known, isReplayed } = plan;
  if (known === null) return null;
  return {
    importId: known.importId,
    file: known.file,
    at: known.at,
    isReplayed,
    differences: [...differences],
    changes: isReplayed ? changes : null,
    summary: sentences(known, plan, changes),
    isQuestion: hasDoubts || differences.some(({ isQuestion }) => isQuestion),
  };
};
