import type { PlainKernels } from '../kernels/plain-machine.ts';

/** Rows of a block, as in the kernel. */
export const blockRows = 64;

const powersOfTwo = Float64Array.from({ length: 1025 }, (_, i) => 2 ** -i);
/** 1 / 13! … 1 / 0!, written as in the kernel. */
const inverseFactorials = [
  1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7, 2.7557319223985893e-6,
  2.48015873015873e-5, 1.984126984126984e-4, 1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2,
  0.16666666666666666, 0.5, 1, 1,
];
const magic = 6755399441055744;

/** Below this e^x is 0, as in the kernel. */
const least = -64;

/** e^x for x ≤ 0, to the bit what the kernel computes. */
export const exponential = (x: number): number => {
  if (!(x >= least)) return 0;
  const whole = x * Math.LOG2E + magic - magic;
  const r = x - whole * 0.6931471803691238 - whole * 1.9082149292705877e-10;
  let p = inverseFactorials[0]!;
  for (let i = 1; i < 14; i += 1) p = p * r + inverseFactorials[i]!;
  return p * powersOfTwo[-whole]!;
};

/** As two lanes of a vector add up. */
const sumProducts = (f64: Float64Array, one: number, other: number): number => {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < blockRows; i += 2) {
    even += f64[one + i]! * f64[other + i]!;
    odd += f64[one + i + 1]! * f64[other + i + 1]!;
  }
  return even + odd;
};

const sumBlock = (f64: Float64Array, at: number): number => {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < blockRows; i += 2) {
    even += f64[at + i]!;
    odd += f64[at + i + 1]!;
  }
  return even + odd;
};

const subtractMean = (f64: Float64Array, columns: number, mean: number, source: number, target: number): void => {
  for (let j = 0; j < columns; j += 1) {
    const value = f64[mean + j]!;
    for (let i = j * blockRows; i < (j + 1) * blockRows; i += 1) f64[target + i] = f64[source + i]! - value;
  }
};

const logDensity = (
  f64: Float64Array,
  columns: number,
  triangular: number,
  factor: number,
  differences: number,
): number => {
  let at = factor;
  let quadratic = 0;
  for (let j = 0; j < columns; j += 1) {
    let sum = 0;
    for (let q = triangular === 0 ? j : 0; q <= j; q += 1, at += 1) sum += f64[differences + q * blockRows]! * f64[at]!;
    quadratic += sum * sum;
  }
  return 0.5 * quadratic;
};

/** `kernels/assembly/mixture.ts` in TypeScript, with the same bytes. */
export const plainMixture: PlainKernels = ({ buffer }) => {
  const f64 = new Float64Array(buffer);
  return {
    loadBlock: (points, rows, columns, from, count, scratch) => {
      for (let j = 0; j < columns!; j += 1) {
        const target = scratch! / 8 + j * blockRows;
        const source = points! / 8 + j * rows! + from!;
        f64.copyWithin(target, source, source + count!);
        f64.fill(0, target + count!, target + blockRows);
      }
      return 0;
    },
    expectBlock: (columns, components, triangular, models, stride, count, scratch, out) => {
      const source = scratch! / 8;
      const differences = source + columns! * blockRows;
      const shares = source + 3 * columns! * blockRows;
      for (let c = 0; c < components!; c += 1) {
        const model = models! / 8 + c * stride!;
        subtractMean(f64, columns!, model + 1, source, differences);
        for (let i = 0; i < blockRows; i += 1)
          f64[shares + c * blockRows + i] =
            f64[model]! - logDensity(f64, columns!, triangular!, model + 1 + columns!, differences + i);
      }
      const end = shares + components! * blockRows;
      let greatest = 0;
      let product = 1;
      for (let i = 0; i < blockRows; i += 1) {
        let most = f64[shares + i]!;
        for (let at = shares + blockRows + i; at < end; at += blockRows) if (f64[at]! > most) most = f64[at]!;
        let sum = 0;
        for (let at = shares + i; at < end; at += blockRows) {
          f64[at] = exponential(f64[at]! - most);
          sum += f64[at]!;
        }
        for (let at = shares + i; at < end; at += blockRows) f64[at] = i < count! ? f64[at]! / sum : 0;
        if (i < count!) {
          greatest += most;
          product *= sum;
        }
      }
      f64[out! / 8] = greatest;
      f64[out! / 8 + 1] = product;
      return 0;
    },
    gatherBlock: (columns, components, products, models, stride, scratch, sums, sumStride) => {
      const source = scratch! / 8;
      const differences = source + columns! * blockRows;
      const weighted = differences + columns! * blockRows;
      const shares = weighted + columns! * blockRows;
      for (let c = 0; c < components!; c += 1) {
        subtractMean(f64, columns!, models! / 8 + c * stride! + 1, source, differences);
        const share = shares + c * blockRows;
        let at = sums! / 8 + c * sumStride!;
        f64[at]! += sumBlock(f64, share);
        at += 1;
        for (let j = 0; j < columns!; j += 1, at += 1) {
          const column = j * blockRows;
          for (let i = 0; i < blockRows; i += 1)
            f64[weighted + column + i] = f64[share + i]! * f64[differences + column + i]!;
          f64[at]! += sumBlock(f64, weighted + column);
        }
        for (let j = 0; j < columns!; j += 1)
          for (let b = products === 2 ? 0 : j; b <= j; b += 1, at += 1)
            f64[at]! += sumProducts(f64, weighted + j * blockRows, differences + b * blockRows);
      }
      return 0;
    },
  };
};
