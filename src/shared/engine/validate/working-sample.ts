import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import { pickRows, sampleRows } from '../sample.ts';

/** Where each different row stands for the first time. */
const firstOfEach = (matrix: Matrix): Int32Array => {
  const { rows, columns, data } = matrix;
  const seen = new Set<string>();
  const firsts: number[] = [];
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) row[j] = data[j * rows + i]!;
    const key = row.join();
    if (seen.has(key)) continue;
    seen.add(key);
    firsts.push(i);
  }
  return Int32Array.from(firsts);
};

/**
 * What a test of structure looks at: at most `most` rows drawn with the seed, each different one once (copies are not
 * independent of each other, and pretending so would make structure of them), its columns centred, all divided by the
 * same number so that squares stay in range, and without those that are constant. O(rows × columns).
 */
export const workingSample = (matrix: Matrix, most: number, seed: number): Matrix => {
  const drawn = matrix.rows > most ? pickRows(matrix, sampleRows(matrix.rows, most, seed)) : matrix;
  const firsts = firstOfEach(drawn);
  const different = firsts.length < drawn.rows ? pickRows(drawn, firsts) : drawn;
  const kept = Array.from({ length: different.columns }, (_, j) => j).flatMap((j) => {
    const { mean, deviation } = momentsOf(columnOf(different, j));
    return deviation > 0 ? [{ j, mean, deviation }] : [];
  });
  const widest = Math.max(...kept.map(({ deviation }) => deviation));
  const sample = createMatrix(different.rows, kept.length);
  kept.forEach(({ j, mean }, to) => {
    sample.data.set(
      columnOf(different, j).map((value) => (value - mean) / widest),
      to * sample.rows,
    );
  });
  return sample;
};
