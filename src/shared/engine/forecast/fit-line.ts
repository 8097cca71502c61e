/** The line through values at 0, 1, 2 … by least squares. O(n). */
export const fitLine = (values: Float64Array): { readonly level: number; readonly slope: number } => {
  const n = values.length;
  const middle = (n - 1) / 2;
  let [sum, product] = [0, 0];
  for (const [t, value] of values.entries()) {
    sum += value;
    product += (t - middle) * value;
  }
  const slope = n < 2 ? 0 : (12 * product) / (n * (n * n - 1));
  return { level: sum / n - slope * middle, slope };
};
