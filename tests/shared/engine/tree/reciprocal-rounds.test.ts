import { describe, expect, it } from 'vitest';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { branchesOf } from '../../../../src/shared/engine/tree/nearest-chain.ts';
import { followRounds, type WideGround } from '../../../../src/shared/engine/tree/reciprocal-rounds.ts';
import { AppError } from '../../../../src/shared/errors.ts';

/** Complete linkage over a table of distances. */
const overTable = (far: number[][], order = (slots: number[]): number[] => slots): WideGround => {
  const nn = new Float64Array(far.length).fill(-1);
  const nd = new Float64Array(far.length).fill(-1);
  const left = new Set(far.keys());
  return {
    nn,
    nd,
    look: (slots) => {
      for (const slot of slots) {
        nd[slot] = Number.POSITIVE_INFINITY;
        for (const other of order([...left].filter((z) => z !== slot)))
          if (far[slot]![other]! < nd[slot]!) {
            nd[slot] = far[slot]![other]!;
            nn[slot] = other;
          }
      }
    },
    join: (low, high) => {
      left.delete(low);
      for (const z of left) {
        far[high]![z] = Math.max(far[low]![z]!, far[high]![z]!);
        far[z]![high] = far[high]![z]!;
      }
    },
  };
};

const tableOf = (rows: number, value: (i: number, j: number) => number): number[][] => {
  const far = Array.from({ length: rows }, () => new Array<number>(rows).fill(0));
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < i; j += 1) {
      far[i]![j] = value(i, j);
      far[j]![i] = far[i]![j]!;
    }
  return far;
};

const never = () => false;

describe('followRounds', () => {
  it('makes the merges that the definition makes one by one', () => {
    const random = createRandom(3);
    const rows = 60;
    const far = tableOf(rows, () => random());
    const wanted: number[] = [];
    const table = far.map((row) => [...row]);
    const left = new Set(far.keys());
    while (left.size > 1) {
      let [x, y] = [-1, -1];
      for (const a of left)
        for (const b of left) if (a < b && (x < 0 || table[a]![b]! < table[x]![y]!)) [x, y] = [a, b];
      wanted.push(table[x]![y]!);
      left.delete(x);
      for (const z of left) {
        table[y]![z] = Math.max(table[x]![z]!, table[y]![z]!);
        table[z]![y] = table[y]![z]!;
      }
    }
    const branches = branchesOf(rows, new Float64Array(rows).fill(1));
    followRounds(branches, overTable(far), never, silent);
    expect([...branches.heights].sort((a, b) => a - b)).toEqual(wanted);
    expect(branches.sizes.reduce((sum, size) => sum + size)).toBe(rows);
  });

  it('goes on where equals lead round in a circle', () => {
    const rows = 9;
    // Everybody has the next one for its nearest, round and round.
    let asked = 0;
    const turned = (slots: number[]): number[] => {
      asked += 1;
      const first = asked % slots.length;
      return [...slots.slice(first), ...slots.slice(0, first)];
    };
    const branches = branchesOf(rows, new Float64Array(rows).fill(1));
    followRounds(
      branches,
      overTable(
        tableOf(rows, () => 1),
        turned,
      ),
      never,
      silent,
    );
    expect(branches.made).toBe(rows - 1);
    expect([...branches.heights]).toEqual(new Array(rows - 1).fill(1));
  });

  it('leaves off when it is told to, and tells how many merges the last round made', () => {
    const rows = 40;
    const random = createRandom(4);
    const branches = branchesOf(rows, new Float64Array(rows).fill(1));
    const told: number[] = [];
    const isOver = (merges: number): boolean => {
      told.push(merges);
      return branches.made >= 10;
    };
    followRounds(branches, overTable(tableOf(rows, () => random())), isOver, silent);
    expect(branches.made).toBeGreaterThanOrEqual(10);
    expect(branches.made).toBeLessThan(rows - 1);
    expect(told.reduce((sum, merges) => sum + merges)).toBe(branches.made);
  });

  it('hears a cancel', () => {
    const branches = branchesOf(5, new Float64Array(5).fill(1));
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => followRounds(branches, overTable(tableOf(5, () => 1)), never, cancelled)).toThrow(AppError);
  });
});
