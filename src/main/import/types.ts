import type { SetAsideReason, SheetPreview } from '../../shared/model/source.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Fraction of all bytes read. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** A value as it is stored: dates and time stamps as ISO text, booleans as 0 and 1. */
export type StoredValue = string | number | null;

export { asideBit } from '../../shared/model/source.ts';

/**
 * Up to a few thousand typed rows of one sheet, in file order. `values[row][column]` in the order of the sheet's
 * columns. The derived arrays are what features need; they follow from the roles.
 */
export interface TypedBatch {
  readonly rowNumbers: readonly number[];
  readonly values: readonly (readonly StoredValue[])[];
  /** Original text of cells that typed value and format cannot reproduce: [row in batch, column, text]. */
  readonly originals: readonly (readonly [number, number, string])[];
  /** All reasons that match, as bits. 0 for sources other than orders and order lines. */
  readonly aside: readonly number[];
  /** Trimmed key; null where empty. */
  readonly customer: readonly (string | null)[];
  /** The order number as written, or `customer|day` where the file has none. */
  readonly order: readonly (string | null)[];
  /** ISO day. */
  readonly day: readonly (string | null)[];
  /** Money of the line: the amount column, else quantity × price; for `orders` the amount. */
  readonly amount: readonly (number | null)[];
}

/** The import layer: readers, sniffing, typing. It knows no database. */
export interface Importer {
  /** Reads each file through once; one preview a sheet with data. Files are independent; order is kept. */
  preview(
    paths: readonly string[],
    options: ReadOptions & {
      readonly mapping?: readonly import('../../shared/model/source.ts').Mapping[] | undefined;
      readonly keep?: readonly SetAsideReason[] | undefined;
    },
  ): Promise<SheetPreview[]>;
  /**
   * Streams one previewed sheet as typed rows, with the types and roles that stand in `sheet.columns`.
   * @throws AppError `fileChanged` where size or time differ from the preview
   */
  read(sheet: SheetPreview, options: ReadOptions): AsyncIterable<TypedBatch>;
}
