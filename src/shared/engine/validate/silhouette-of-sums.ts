export interface Silhouette {
  /** Over all rows; null where there are fewer than two parts, for which it is not defined. */
  readonly mean: number | null;
  /** One value a row, −1 to 1; 0 for a row alone in its part. */
  readonly values: Float64Array;
}

export interface DistanceSums {
  /** One a row, 0 and up. */
  readonly labels: Int32Array;
  /** Rows of each part. */
  readonly sizes: ArrayLike<number>;
  /** `sums[part * stride + place]` = the sum of the distances from a row to the rows of a part. */
  readonly sums: Float64Array;
  readonly stride: number;
  /** Row → place; absent where it is the row itself. */
  readonly placeOf?: Int32Array;
}

/** The values from the sums. O(rows × parts). */
export const silhouetteOfSums = ({ labels, sizes, sums, stride, placeOf }: DistanceSums): Silhouette => {
  const rows = labels.length;
  const values = new Float64Array(rows);
  const parts = sizes.length;
  let filled = 0;
  for (let c = 0; c < parts; c += 1) if (sizes[c]! > 0) filled += 1;
  if (filled < 2) return { mean: null, values };
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const own = labels[row]!;
    if (sizes[own]! === 1) continue;
    const place = placeOf ? placeOf[row]! : row;
    const a = sums[own * stride + place]! / (sizes[own]! - 1);
    let b = Number.POSITIVE_INFINITY;
    for (let c = 0; c < parts; c += 1)
      if (c !== own && sizes[c]! > 0) b = Math.min(b, sums[c * stride + place]! / sizes[c]!);
    const larger = Math.max(a, b);
    values[row] = larger > 0 ? (b - a) / larger : 0;
    total += values[row]!;
  }
  return { mean: total / rows, values };
};
