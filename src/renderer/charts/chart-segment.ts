/** A segment as the pictures need it. */
export interface ChartSegment {
  readonly id: number;
  /** Its index in the labels. */
  readonly label: number;
  readonly name: string;
  readonly color: string;
  readonly size: number;
}
