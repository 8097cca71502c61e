import type { ColumnRole } from '../../../shared/model/column.ts';
import { createTextReader } from '../../import/pack-texts.ts';
import type { PlannedSheet, TypedBatch } from '../../import/types.ts';
import { createPlaceSet, type PlaceSet } from './line-places.ts';

/** What a sheet brings, gathered while it is read. */
export interface CollectedSheet {
  readonly places: PlaceSet;
  /** Those with a line that counts. */
  readonly counted: PlaceSet;
  /** Ids of the customers of lines that count; those that the project does not know have numbers below zero. */
  readonly customers: Set<number>;
  readonly hasCustomers: boolean;
}

const textAt = (batch: TypedBatch, at: number): ((row: number) => string | null) => {
  const column = batch.columns[at];
  if (column === undefined) return () => null;
  if (column instanceof Float64Array)
    return (row) => {
      const value = column[row]!;
      return Number.isNaN(value) ? null : String(value);
    };
  const read = createTextReader(column);
  return (row) => read(row)?.trim() || null;
};

/**
 * Gathers the places and customers of sheets as they are read, without storing them.
 * @param idOf the project's customer of that key; undefined where it has none
 * @param aside bits of the reasons that set a line aside
 */
export const createCollector = (
  sheets: readonly PlannedSheet[],
  idOf: (key: string) => number | undefined,
  aside: number,
) => {
  /** By number of the key in this reading. */
  const ids: number[] = [];
  let added = 0;
  const collected = sheets.map(
    ({ kind, columns }): CollectedSheet => ({
      places: createPlaceSet(kind),
      counted: createPlaceSet(kind),
      customers: new Set(),
      hasCustomers: columns.some(({ role }) => role === 'customer'),
    }),
  );
  return {
    sheets: collected as readonly CollectedSheet[],
    add: (batch: TypedBatch): void => {
      for (const key of batch.newCustomers) {
        const id = idOf(key);
        if (id === undefined) added += 1;
        ids.push(id ?? -added);
      }
      const { places, counted, customers } = collected[batch.sheet]!;
      const { columns } = sheets[batch.sheet]!;
      const withRole = (role: ColumnRole) =>
        textAt(
          batch,
          columns.findIndex((column) => column.role === role),
        );
      const order = withRole('order');
      const product = withRole('product');
      const day = createTextReader(batch.day);
      batch.customer.forEach((number, row) => {
        const customer = number < 0 ? null : ids[number]!;
        const key = { order: order(row), customer, day: day(row), product: product(row) };
        places.add(key);
        if ((batch.aside[row]! & aside) !== 0) return;
        counted.add(key);
        if (customer !== null) customers.add(customer);
      });
    },
  };
};
