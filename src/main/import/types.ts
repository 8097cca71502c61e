import type { FirstLook } from '../../shared/model/first-look.ts';
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
 * Texts of one column of a batch, end to end in one string, so that they go from thread to thread as one: the text of
 * row `i` stands from `starts[i]` up to `ends[i]`; it is missing where there is nothing between.
 */
export interface PackedTexts {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** One column of a batch, by row: numbers with NaN where there is none, or texts. */
export type PackedColumn = Float64Array | PackedTexts;

/** A sheet as it is to be read: what is known of it before anybody has counted what it holds. */
export type PlannedSheet = Omit<SheetPreview, 'totals' | 'setAside' | 'confident'>;

/**
 * Up to a few thousand typed rows of one sheet, in file order, by column. The derived columns are what features need;
 * they follow from the roles. Customers and orders are numbered from 0 through all sheets of one reading, in the order
 * in which they first come.
 */
export interface TypedBatch {
  /** Which of the sheets asked for. */
  readonly sheet: number;
  readonly rowNumbers: Uint32Array;
  /** In the order of the sheet's columns. */
  readonly columns: readonly PackedColumn[];
  /** Original text of cells that typed value and format cannot reproduce: [row in batch, column, text]. */
  readonly originals: readonly (readonly [number, number, string])[];
  /** All reasons that match, as bits. 0 for sources other than orders and order lines. */
  readonly aside: Uint32Array;
  /** Number of the customer's key; −1 where it is empty. */
  readonly customer: Int32Array;
  /** Trimmed keys that came for the first time: the next numbers are theirs. */
  readonly newCustomers: readonly string[];
  /** Number of the order as written, or of `customer|day` where the file has none; −1 where neither is known. */
  readonly order: Int32Array;
  /** The order as text, where there is one but no customer: [row in batch, text]. */
  readonly guestOrders: readonly (readonly [number, string])[];
  /** ISO days. */
  readonly day: PackedTexts;
  /** Money of the line: the amount column, else quantity × price; for `orders` the amount. NaN where there is none. */
  readonly amount: Float64Array;
}

export interface PlanOptions extends ReadOptions {
  /** By sheet order; null: by guessing. */
  readonly mapping?: readonly (import('../../shared/model/source.ts').Mapping | null)[] | undefined;
  /** They come beside tables that are there already, so that a table of texts alone may be of use. */
  readonly isBeside?: boolean | undefined;
}

export interface LookOptions extends ReadOptions {
  /** Bytes of the whole file, where only its beginning stands at the path. */
  readonly wholeBytes?: number | undefined;
}

/** The import layer: readers, sniffing, typing. It knows no database. */
export interface Importer {
  /** What the beginning of the first of these files that is a text file says, whatever its size; null where none is. */
  look(paths: readonly string[], options: LookOptions): Promise<FirstLook | null>;
  /** Reads each file through once; one preview a sheet with data. Files are independent; order is kept. */
  preview(
    paths: readonly string[],
    options: PlanOptions & { readonly keep?: readonly SetAsideReason[] | undefined },
  ): Promise<SheetPreview[]>;
  /** The same without counting what would count: what reading needs to know. */
  plan(paths: readonly string[], options: PlanOptions): Promise<PlannedSheet[]>;
  /**
   * Streams sheets one after another as typed rows, with the types and roles that stand in their columns.
   * @throws AppError `fileChanged` where size or time differ from the preview
   */
  read(sheets: readonly PlannedSheet[], options: ReadOptions): AsyncIterable<TypedBatch>;
}
