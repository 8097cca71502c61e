/** One step of the search for a neighbour map. */
export interface MapStep {
  /** How many times as strongly as in truth neighbours are drawn together. */
  readonly pull: number;
  readonly momentum: number;
  /** Learning rate. */
  readonly rate: number;
}
