import type { CustomerLines, Levels } from '../../../shared/engine/features/customer-lines.ts';
import { type TopLevels, topLevels } from '../../../shared/engine/features/top-levels.ts';
import type { FeatureData, LevelColumn } from './definition.ts';

/** How many different levels each customer has. O(lines). */
export const distinctLevels = (
  { offsets }: CustomerLines,
  { codes, names }: Levels,
  each: FeatureData['each'],
): Promise<Float64Array> => {
  const seenBy = new Int32Array(names.length).fill(-1);
  return each((row) => {
    let count = 0;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i += 1) {
      const code = codes[i]!;
      if (code < 0 || seenBy[code] === row) continue;
      seenBy[code] = row;
      count += 1;
    }
    return count;
  });
};

/** The heaviest levels of all lines, by a weight a line; 1 each where there is none. O(lines). */
export const heaviest = (
  { codes, names }: Levels,
  weights: Float64Array | null,
  most: number,
  leastShare = 0,
): TopLevels => {
  const sums = new Float64Array(names.length);
  for (let i = 0; i < codes.length; i += 1) if (codes[i]! >= 0) sums[codes[i]!]! += weights?.[i] ?? 1;
  return topLevels(names, sums, most, leastShare);
};

/** Fills one column a place, customer by customer, and names them. */
export const columnsByPlace = async (
  { codes, hasRest }: TopLevels,
  names: readonly string[],
  data: FeatureData,
  fill: (row: number, out: Float64Array) => void,
): Promise<LevelColumn[]> => {
  const width = codes.length + (hasRest ? 1 : 0);
  const columns = Array.from({ length: width }, () => new Float64Array(data.customerIds.length));
  const own = new Float64Array(codes.length + 1);
  await data.each((row) => {
    own.fill(0);
    fill(row, own);
    for (let place = 0; place < width; place += 1) columns[place]![row] = own[place]!;
    return 0;
  });
  return columns.map((values, place) => ({
    level: place < codes.length ? names[codes[place]!]! : null,
    values,
  }));
};
