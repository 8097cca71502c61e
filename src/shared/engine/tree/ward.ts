import { machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { firstEqualRows } from './equal-rows.ts';
import type { LooseMerges } from './order-merges.ts';
import { scaleFor } from './scale.ts';
import { withWardKernels } from './ward-kernels.ts';
import { joinInRounds } from './ward-rounds.ts';
import { createWardScan } from './ward-scan.ts';
import type { WardSearch, WardState } from './ward-state.ts';

export interface WardInput {
  /** Finite numbers, at least one row. */
  readonly matrix: Matrix;
  /** How many customers each row stands for: from 1e-30 to 1e30. One each where none are given. */
  readonly weights?: Float64Array;
}

/** Candidates that a branch keeps. */
const reach = 8;

const createState = (count: number, columns: number): WardState => {
  const stride = columns + (columns % 2);
  return {
    count,
    columns,
    stride,
    reach,
    centres: new Float64Array(count * stride),
    weights: new Float64Array(count),
    into: new Int32Array(count),
    partner: new Int32Array(count),
    found: new Int32Array(count),
    costs: new Float64Array(count * reach),
    ids: new Int32Array(count * reach),
    bounds: new Float64Array(count),
  };
};

/**
 * Ward's merges, exact, from centres and weights only: no distance matrix. Heights are scipy's: the square root of
 * 2·w₁·w₂/(w₁ + w₂) times the squared distance of the centres (Ward 1963; Müllner 2011). Of equally near branches that
 * which holds the lowest row is nearer. Equal rows are joined first. The nearest branches are found through a tree of
 * boxes where there are kernels, else by looking at all; both give the same bytes, with any number of threads.
 * O(rows² × columns) time at worst, O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const wardMerges = ({ matrix, weights }: WardInput, progress: Progress): LooseMerges => {
  const { rows, columns, data } = matrix;
  const firstEqual = firstEqualRows(matrix, progress);
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  const rowOf = new Int32Array(rows);
  const idOf = new Int32Array(rows);
  let merges = 0;
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = firstEqual[row]!;
    if (first === row) {
      rowOf[count] = row;
      idOf[row] = count;
      count += 1;
    } else {
      one[merges] = first;
      other[merges] = row;
      merges += 1;
    }
  }
  throwIfCancelled(progress);
  const scale = scaleFor(data);
  const fill = ({ centres, weights: sums, stride, into, partner, found }: WardState): void => {
    centres.fill(0);
    for (let j = 0; j < columns; j += 1)
      for (let id = 0; id < count; id += 1) centres[id * stride + j] = data[j * rows + rowOf[id]!]! * scale;
    sums.fill(0);
    for (let row = 0; row < rows; row += 1) sums[idOf[firstEqual[row]!]!]! += weights?.[row] ?? 1;
    for (let id = 0; id < count; id += 1) into[id] = id;
    partner.fill(-1);
    found.fill(0);
  };
  const start = merges;
  const joinAll = (state: WardState, search: WardSearch): true => {
    merges = start;
    const heightOf = new Float64Array(count);
    joinInRounds(
      state,
      search,
      (kept, gone, cost) => {
        one[merges] = rowOf[kept]!;
        other[merges] = rowOf[gone]!;
        // No lower than what it joins, which rounding could make it.
        const height = Math.max(Math.sqrt(cost), heightOf[kept]!, heightOf[gone]!);
        heightOf[kept] = height;
        heights[merges] = height / scale;
        merges += 1;
      },
      progress,
    );
    return true;
  };
  const machine = machineInUse();
  const done =
    machine &&
    withWardKernels(machine, { count, columns, reach }, (state, createSearch) => {
      fill(state);
      throwIfCancelled(progress);
      return joinAll(state, createSearch());
    });
  if (!done) {
    const state = createState(count, columns);
    fill(state);
    joinAll(state, createWardScan(state));
  }
  return { one, other, heights };
};
