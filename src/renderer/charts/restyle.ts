/** A change of looks alone: no layout, no data, nothing flashes. */
export interface Restyle {
  readonly update: Record<string, unknown>;
  readonly traces?: readonly number[];
}
