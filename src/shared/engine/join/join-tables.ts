/** A column's values as they are written, row by row; null and '' mean missing. Read through once. */
export interface JoinColumn {
  readonly name: string;
  /** What the column is taken for, where that is known. */
  readonly role?: string;
  readonly values: Iterable<string | null>;
}

export interface JoinTable {
  readonly name: string;
  readonly columns: readonly JoinColumn[];
}
