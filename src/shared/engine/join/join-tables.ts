/** What a column is called, and what it is taken for where that is known. */
export interface NamedColumn {
  readonly name: string;
  readonly role?: string;
}

/** A column's values as they are written, row by row; null and '' mean missing. Read through once. */
export interface JoinColumn extends NamedColumn {
  readonly values: Iterable<string | null>;
}

/**
 * The different values of a column, or of a large one those whose hash is below a bound: the same values in every column,
 * so that what two samples have in common says what the columns have.
 */
export interface KeySample {
  readonly rows: number;
  /** Rows without a value. */
  readonly missing: number;
  /** Share of the different values that is kept; 1 where it is all of them. */
  readonly share: number;
  readonly values: readonly string[];
  /** Of each value: its hash in [0, 1) in the barest form, and its rows. */
  readonly hashes: Float64Array;
  readonly counts: Float64Array;
}

/** A column that was read before; see `createKeySampler`. */
interface SampledColumn extends NamedColumn {
  readonly sample: KeySample;
}

export interface SampledTable {
  readonly name: string;
  readonly columns: readonly SampledColumn[];
}

export interface JoinTable {
  readonly name: string;
  readonly columns: readonly JoinColumn[];
}
