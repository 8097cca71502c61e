/** Elements between two moments at which others may go on. */
const breath = 1 << 16;

/**
 * Puts numbers that index into small keys into the order of those keys; equal ones stay in the order in which they stood
 * (Knuth, The Art of Computer Programming 3, 5.2, algorithm D). O(n + below); yields now and then.
 * @param order what is sorted
 * @param keyOf keys by index
 * @param below more than every key
 * @param descending the greatest key first
 */
export function* countingSort(
  order: Uint32Array,
  keyOf: Uint32Array,
  below: number,
  descending: boolean,
): Generator<void> {
  const starts = new Uint32Array(below);
  for (let i = 0; i < order.length; i += 1) {
    starts[keyOf[order[i]!]!]! += 1;
    if (i % breath === breath - 1) yield;
  }
  let start = 0;
  for (let step = 0; step < below; step += 1) {
    const key = descending ? below - 1 - step : step;
    const size = starts[key]!;
    starts[key] = start;
    start += size;
    if (step % breath === breath - 1) yield;
  }
  const former = order.slice();
  for (let i = 0; i < former.length; i += 1) {
    const one = former[i]!;
    order[starts[keyOf[one]!]!++] = one;
    if (i % breath === breath - 1) yield;
  }
}
