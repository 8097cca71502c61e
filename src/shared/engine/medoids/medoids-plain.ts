import type { PlainKernels } from '../kernels/plain-machine.ts';

/** `kernels/assembly/medoids.ts` in TypeScript, with the same bytes. */
export const plainMedoids: PlainKernels = ({ buffer }) => {
  const f64 = new Float64Array(buffer);
  const i32 = new Int32Array(buffer);
  const euclidean = (data: number, rows: number, columns: number, one: number, other: number): number => {
    let square = 0;
    for (let j = 0, at = data / 8; j < columns; j += 1, at += rows) {
      const off = f64[at + other]! - f64[at + one]!;
      square += off * off;
    }
    return Math.sqrt(square);
  };
  const gower = (data: number, rows: number, columns: number, terms: number, one: number, other: number): number => {
    let sum = 0;
    let weights = 0;
    for (let j = 0, at = data / 8; j < columns; j += 1, at += rows) {
      const [a, b] = [f64[at + one]!, f64[at + other]!];
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      const scale = f64[terms / 8 + 2 * j]!;
      const weight = f64[terms / 8 + 2 * j + 1]!;
      sum += (scale < 0 ? Number(a !== b) : Math.abs(b - a) * scale) * weight;
      weights += weight;
    }
    return weights > 0 ? sum / weights : 1;
  };
  const given = (data: number, rows: number, one: number, other: number): number => {
    if (one === other) return 0;
    const low = Math.min(one, other);
    return f64[data / 8 + (low * (2 * rows - low - 1)) / 2 + Math.max(one, other) - low - 1]!;
  };
  return {
    dissimilarities: (kind, data, rows, columns, terms, row, out) => {
      for (let other = 0; other < rows!; other += 1) {
        let value = 0;
        if (kind === 0) value = euclidean(data!, rows!, columns!, row!, other);
        else if (kind === 1) value = gower(data!, rows!, columns!, terms!, row!, other);
        else value = given(data!, rows!, row!, other);
        f64[out! / 8 + other] = value;
      }
      return 0;
    },
    judge: (out, nearest, second, owner, rows, k, changes) => {
      let shared = 0;
      if (k === 1) {
        for (let i = 0; i < rows!; i += 1) shared += f64[out! / 8 + i]! - f64[nearest! / 8 + i]!;
        f64[changes! / 8] = shared;
        return 0;
      }
      for (let i = 0; i < rows!; i += 1) {
        const d = f64[out! / 8 + i]!;
        const two = f64[second! / 8 + i]!;
        if (!(d < two)) continue;
        const one = f64[nearest! / 8 + i]!;
        const at = changes! / 8 + i32[owner! / 4 + i]!;
        if (d < one) {
          shared += d - one;
          f64[at]! += one - two;
        } else f64[at]! += d - two;
      }
      for (let c = 0; c < k!; c += 1) f64[changes! / 8 + c]! += shared;
      return 0;
    },
  };
};
