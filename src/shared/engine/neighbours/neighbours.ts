/** The nearest other rows of every row. */
export interface Neighbours {
  readonly k: number;
  /** `rows[row * k + i]` = the i-th nearest. */
  readonly rows: Int32Array;
  /** Their euclidean distances. */
  readonly distances: Float64Array;
}
