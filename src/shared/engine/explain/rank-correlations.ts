import { createMatrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { type CenteredRanks, centeredRanks, type RankCodes } from './rank-codes.ts';

/** Rows whose ranks of all columns stay where the processor reads quickly. */
const rowsAtOnce = 4096;

/** Columns that lack the very same rows. */
interface Gap {
  /** 1 where they lack a row; null where they lack none. */
  readonly lacking: Uint8Array | null;
  readonly hash: string;
}

const gapOf = (lacking: Uint8Array): Gap => {
  let [one, other, count] = [0x811c9dc5, 0x9e3779b9, 0];
  for (let row = 0; row < lacking.length; row += 1) {
    if (lacking[row] === 0) continue;
    count += 1;
    one = Math.imul(one ^ row, 0x01000193);
    other = Math.imul(other ^ (row + (other >>> 13)), 0x85ebca6b);
  }
  return count === 0 ? { lacking: null, hash: '' } : { lacking, hash: `${count} ${one} ${other}` };
};

const lackingIn = (codes: Int32Array): Uint8Array => {
  const lacking = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) if (codes[row]! < 0) lacking[row] = 1;
  return lacking;
};

const unionOf = (a: Gap, b: Gap): Gap => {
  if (a.lacking === null || a.hash === b.hash) return b;
  if (b.lacking === null) return a;
  const [x, y] = [a.lacking, b.lacking];
  return gapOf(x.map((lacks, row) => lacks | y[row]!));
};

const within = (value: number): number => Math.max(-1, Math.min(1, value));

/** Products of every pair of columns, summed over all rows; four partners at a time, so that no sum waits for itself. */
const addProducts = (
  columns: readonly Float32Array[],
  pairs: readonly (readonly [one: number, others: readonly number[]])[],
  sums: Float64Array,
  width: number,
  from: number,
  to: number,
): void => {
  for (const [one, others] of pairs) {
    const x = columns[one]!;
    for (let at = 0; at < others.length; at += 4) {
      const [a, b, c, d] = [others[at]!, others[at + 1] ?? -1, others[at + 2] ?? -1, others[at + 3] ?? -1];
      const y0 = columns[a]!;
      const y1 = columns[b] ?? y0;
      const y2 = columns[c] ?? y0;
      const y3 = columns[d] ?? y0;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let row = from; row < to; row += 1) {
        const value = x[row]!;
        s0 += value * y0[row]!;
        s1 += value * y1[row]!;
        s2 += value * y2[row]!;
        s3 += value * y3[row]!;
      }
      sums[one * width + a]! += s0;
      if (b >= 0) sums[one * width + b]! += s1;
      if (c >= 0) sums[one * width + c]! += s2;
      if (d >= 0) sums[one * width + d]! += s3;
    }
  }
};

/**
 * Spearman's rank correlation of every two columns, each over the rows where both are known, ties at their middle rank; 0
 * where fewer than three are, or one of them does not vary. Exact. Pairs that lack the same rows are ranked once and
 * multiplied together: O(columns × ways of lacking × rows + columns² × rows).
 * @returns columns × columns
 * @throws AppError `cancelled`
 */
export const rankCorrelations = (columns: readonly RankCodes[], progress: Progress): Float64Array => {
  const count = columns.length;
  const rows = columns[0]?.codes.length ?? 0;
  const correlations = createMatrix(count, count).data;
  for (let i = 0; i < count; i += 1) correlations[i * count + i] = 1;

  const own = columns.map(({ codes, missing }): Gap => {
    throwIfCancelled(progress);
    return missing === 0 ? { lacking: null, hash: '' } : gapOf(lackingIn(codes));
  });
  const unions = new Map<string, string>();
  const together = new Map<string, [number, number][]>();
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const key = `${own[a]!.hash}|${own[b]!.hash}`;
      let hash = unions.get(key);
      if (hash === undefined) {
        throwIfCancelled(progress);
        hash = unionOf(own[a]!, own[b]!).hash;
        unions.set(key, hash);
      }
      const group = together.get(hash);
      if (group === undefined) together.set(hash, [[a, b]]);
      else group.push([a, b]);
    }

  const all = Math.max(1, (count * (count - 1)) / 2);
  let done = 0;
  const sums = new Float64Array(count * count);
  /** Room for ranks that is used again. */
  const room: Float32Array[] = [];
  for (const pairs of together.values()) {
    const [first, second] = pairs[0]!;
    const gap = unionOf(own[first]!, own[second]!);
    const taking = [...new Set(pairs.flat())];
    const ranked = new Map<number, CenteredRanks>();
    for (const [place, column] of taking.entries()) {
      throwIfCancelled(progress);
      room[place] ??= new Float32Array(rows);
      ranked.set(column, centeredRanks(columns[column]!, gap.lacking, room[place], progress));
      progress.report((done + (0.5 * pairs.length * place) / taking.length) / all);
    }
    const ranks: Float32Array[] = [];
    for (const [column, { ranks: of }] of ranked) ranks[column] = of;
    const partners = new Map<number, number[]>();
    for (const [a, b] of pairs) partners.set(a, [...(partners.get(a) ?? []), b]);
    const lists = [...partners];
    for (let from = 0; from < rows; from += rowsAtOnce) {
      throwIfCancelled(progress);
      addProducts(ranks, lists, sums, count, from, Math.min(rows, from + rowsAtOnce));
      progress.report((done + pairs.length * (0.5 + (0.5 * from) / rows)) / all);
    }
    for (const [a, b] of pairs) {
      const spread = Math.sqrt(ranked.get(a)!.squares * ranked.get(b)!.squares);
      const rho = spread === 0 ? 0 : within(sums[a * count + b]! / spread);
      correlations[a * count + b] = rho;
      correlations[b * count + a] = rho;
    }
    done += pairs.length;
  }
  return correlations;
};
