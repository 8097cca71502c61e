import type { ColumnRole } from '../../../shared/model/column.ts';
import { asideBit, furtherReasons } from '../../../shared/model/source.ts';
import { rowRange } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { type ProductColumns, productColumns } from './product-columns.ts';
import { own, type Row } from './source-rows-in-steps.ts';

export const furtherMask = furtherReasons.reduce((mask, reason) => mask | asideBit[reason], 0);

/** Signs of a test while it is not sure that they are signs: kept above the reasons' bits. */
export const sign = { email: 1 << 12, name: 1 << 13, cents: 1 << 14 } as const;

/** One source under work: a word of bits a row. */
export interface MarkedSheet {
  readonly source: StoredSource;
  readonly first: number;
  readonly bits: Uint16Array;
  readonly columns: { readonly all: readonly number[]; readonly product: ProductColumns; readonly quantity: number };
}

export const withRole = ({ columns }: StoredSource, role: ColumnRole): number =>
  columns.findIndex((column) => column.role === role);

export const sheetOf = (db: Sqlite, source: StoredSource): MarkedSheet | null => {
  const range = rowRange(db, source.table);
  if (range === null) return null;
  return {
    source,
    first: range.first,
    bits: new Uint16Array(range.last - range.first + 1),
    columns: {
      all: source.columns.map((_, at) => at),
      product: productColumns(source.columns),
      quantity: withRole(source, 'quantity'),
    },
  };
};

export const textOf = (row: Row, at: number): string | null => {
  const value = at < 0 ? null : row[own.first + at];
  return value === null || value === undefined ? null : String(value);
};

/** One a product, however often it is sold. */
export const productKey = (code: string | null, description: string | null): string =>
  `${code ?? ''}\u0000${description ?? ''}`;
