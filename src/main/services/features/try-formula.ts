import { evaluateFormula } from '../../../shared/engine/features/formula/evaluate-formula.ts';
import { featuresIn } from '../../../shared/engine/features/formula/formula-node.ts';
import { isAppError } from '../../../shared/errors.ts';
import type { FormulaCheck } from '../../../shared/model/feature.ts';
import { message } from '../../../shared/model/message.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import { snapshotColumn, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { definitionsOf } from './catalogue.ts';
import { checkFormula, resolveFeature } from './own.ts';

const shown = 6;

/**
 * Reads a formula and tries it on the facts of a snapshot; keeps nothing. Where the snapshot lacks a fact that it reads,
 * nothing is tried. O(customers).
 */
export const tryFormula = (
  db: Sqlite,
  { formula, snapshotId }: { readonly formula: string; readonly snapshotId: number },
): FormulaCheck => {
  const nothing = { first: [], missing: 0 };
  const entries = definitionsOf(db, { asOf: null, isChosen: false, breaks: {} });
  try {
    const node = checkFormula(entries, formula);
    const columns = new Map(
      featuresIn(node).map((name) => [name, snapshotColumn(db, snapshotId, resolveFeature(entries, name)!.column)]),
    );
    if ([...columns.values()].some((column) => column === null)) return { problem: null, ...nothing };
    const customers = snapshotCustomers(db, snapshotId);
    const value = evaluateFormula(node, (name) => columns.get(name)!);
    const identityOf = createIdentityReader(db);
    const isMissing = (row: number): boolean => !Number.isFinite(value(row));
    return {
      problem: null,
      first: [...customers.subarray(0, shown)].map((id, row) => ({
        customer: identityOf(id).key,
        value: isMissing(row) ? null : value(row),
      })),
      missing: customers.reduce((count, _, row) => (isMissing(row) ? count + 1 : count), 0),
    };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'badFormula') throw error;
    return { problem: message('error.badFormula', { ...error.details }), ...nothing };
  }
};
