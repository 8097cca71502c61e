import type { PlainKernels } from '../kernels/plain-machine.ts';

/** Rows of a block, as in the kernel. */
export const blockRows = 32;
/** Blocks of a group. */
export const groupBlocks = 16;

/** `density.ts` and `spanning.ts` of `kernels/assembly` in TypeScript without their short cuts: every pair is looked at. */
export const plainDensity: PlainKernels = ({ buffer }) => {
  const f64 = new Float64Array(buffer);
  const i32 = new Int32Array(buffer);
  const squareOf = (points: number, columns: number, one: number, other: number): number => {
    const at = (place: number): number => points / 8 + (place >> 5) * columns * blockRows + (place & 31);
    let square = 0;
    for (let j = 0, a = at(one), b = at(other); j < columns; j += 1, a += blockRows, b += blockRows) {
      const difference = f64[a]! - f64[b]!;
      square += difference * difference;
    }
    return square;
  };
  return {
    coreOfBlock: (points, _low, _high, rows, columns, _blocks, k, own, scratch, core) => {
      const nearest = f64.subarray(scratch! / 8, scratch! / 8 + k!);
      for (let place = own! * blockRows; place < Math.min(rows!, (own! + 1) * blockRows); place += 1) {
        nearest.fill(Number.POSITIVE_INFINITY);
        for (let other = 0; other < rows!; other += 1) {
          if (other === place) continue;
          const square = squareOf(points!, columns!, place, other);
          let at = k! - 1;
          if (!(square < nearest[at]!)) continue;
          for (; at > 0 && nearest[at - 1]! > square; at -= 1) nearest[at] = nearest[at - 1]!;
          nearest[at] = square;
        }
        f64[core! / 8 + place] = nearest[k! - 1]!;
      }
      return 0;
    },
    primSteps: (...numbers) => {
      const [points, , columns, blocks, cores, , , rowOf, , , path, weights, from, to] = numbers as number[];
      const keys = cores! + blocks! * blockRows * 8;
      for (let step = from!; step < to!; step += 1) {
        const place = i32[path! / 4 + step - 1]!;
        const core = f64[cores! / 8 + place]!;
        f64[cores! / 8 + place] = Number.POSITIVE_INFINITY;
        let best = -1;
        let least = Number.POSITIVE_INFINITY;
        for (let other = 0; other < blocks! * blockRows; other += 1) {
          const otherCore = f64[cores! / 8 + other]!;
          if (otherCore === Number.POSITIVE_INFINITY) continue;
          const reach = Math.max(core, otherCore, squareOf(points!, columns!, place, other));
          if (reach < f64[keys / 8 + other]!) f64[keys / 8 + other] = reach;
          const key = f64[keys / 8 + other]!;
          const before = best < 0 || i32[rowOf! / 4 + other]! < i32[rowOf! / 4 + best]!;
          if (key < least || (key === least && before)) {
            least = key;
            best = other;
          }
        }
        i32[path! / 4 + step] = best;
        f64[weights! / 8 + step] = least;
      }
      return 0;
    },
  };
};
