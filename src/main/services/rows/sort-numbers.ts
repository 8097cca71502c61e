/** So many are sorted at once: about two milliseconds. */
const atOnce = 1 << 15;
/** Numbers moved between two moments at which others may go on. */
const breath = 1 << 16;

/**
 * Numbers by size, none of them NaN; what is handed in is used up. Yields how far it is. O(n log n) time, as much memory again.
 */
export function* sortNumbers(values: Float64Array): Generator<number, Float64Array> {
  const count = values.length;
  for (let from = 0; from < count; from += atOnce) {
    values.subarray(from, from + atOnce).sort();
    yield (0.5 * from) / count;
  }
  if (count <= atOnce) return values;
  let source = values;
  let target: Float64Array = new Float64Array(count);
  for (let width = atOnce; width < count; width *= 2) {
    let moved = 0;
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(count, start + width);
      const end = Math.min(count, middle + width);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        const fromLeft = left < middle && (right >= end || source[left]! <= source[right]!);
        target[at] = fromLeft ? source[left]! : source[right]!;
        if (fromLeft) left += 1;
        else right += 1;
        moved += 1;
        if (moved % breath === 0) yield 0.5 + 0.5 * (1 - atOnce / width);
      }
    }
    [source, target] = [target, source];
  }
  return source;
}
