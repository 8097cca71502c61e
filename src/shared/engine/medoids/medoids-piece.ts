import type { CrewJob } from '../kernels/machine.ts';

/**
 * Judges one candidate. Numbers: kind, pointer to the data, rows, columns, pointer to Gower's terms, pointers to nearest,
 * second, owner, removals (k), candidates, dissimilarities (rows each), changes (k each), and k.
 */
export const medoidsPiece: CrewJob = (index, { memory, numbers, kernels }) => {
  const [kind, data, rows, columns, terms, nearest, second, owner] = numbers as unknown as number[];
  const [removals, candidates, outs, changes, k] = numbers.subarray(8) as unknown as number[];
  const { dissimilarities, judge } = kernels('medoids');
  const f64 = new Float64Array(memory.buffer);
  const candidate = new Int32Array(memory.buffer)[candidates! / 4 + index]!;
  const out = outs! + index * rows! * 8;
  const own = changes! + index * k! * 8;
  f64.copyWithin(own / 8, removals! / 8, removals! / 8 + k!);
  dissimilarities!(kind!, data!, rows!, columns!, terms!, candidate, out);
  judge!(out, nearest!, second!, owner!, rows!, k!, own);
};
