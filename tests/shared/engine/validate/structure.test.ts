import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Matrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { standardise } from '../../../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { pickRows, sampleRows } from '../../../../src/shared/engine/sample.ts';
import { structureOf } from '../../../../src/shared/engine/validate/structure.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { onThreads } from '../../../support/machine.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { lumps, traps, twoLumps } from './lumps.ts';

const verdictOf = (matrix: Matrix, seed = 1) => structureOf({ matrix, seed }, silent).verdict;

/** How often of so many seeds. tests/reference/structure-rates.ts counts a hundred of each, of more sizes. */
const count = (seeds: number, is: string, make: (seed: number) => Matrix): number =>
  Array.from({ length: seeds }, (_, i) => i + 1).filter((seed) => verdictOf(make(seed), seed + 500) === is).length;

/** The kernels, for the whole file: there is much to count. */
let done = (): void => {};
beforeAll(
  () =>
    new Promise<void>((ready, fail) => {
      const held = () =>
        new Promise<void>((end) => {
          done = end;
          ready();
        });
      onThreads(1, held).catch(fail);
    }),
);
afterAll(() => done());

describe('structureOf', () => {
  // Half as correlated and half as skewed lie between others of these, and wait for the hundred seeds.
  it.each(Object.keys(lumps).filter((name) => !/(correlated|log-normal) 0\.5$/.test(name)))(
    'finds none in one lump: %s',
    (name) => {
      const lump = lumps[name]!;
      const none = count(4, 'none', (seed) => lump(200, 2, seed)) + count(3, 'none', (seed) => lump(200, 12, seed));
      // Of a hundred of each, two at most were not; two of these seven would be the exception.
      expect(none).toBeGreaterThanOrEqual(6);
      expect(verdictOf(standardise(lump(1000, 5, 7)))).toBe('none');
    },
  );

  it.each([2, 5, 12])('finds two lumps 5 standard deviations apart in %i columns clear', (columns) => {
    expect(count(8, 'clear', (seed) => twoLumps(5)(200, columns, seed))).toBeGreaterThanOrEqual(7);
    expect(verdictOf(twoLumps(5)(3000, columns, 3))).toBe('clear');
  });

  it('finds two lumps 3 standard deviations apart not clear, and in many rows not none', () => {
    const weak = structureOf({ matrix: twoLumps(3.3)(4000, 2, 5), seed: 1 }, silent);
    expect(weak).toMatchObject({ verdict: 'weak' });
    expect(weak.valley.separation).toBeLessThan(0.1);
    expect(weak.valley.pValue).toBeLessThan(0.01);
  });

  it.each(Object.keys(traps))('does not take for lumps apart: %s', (name) => {
    // These two hold rows of different kinds, which are not apart.
    const isOneLump = !['many zeros', 'one of three, and normal'].includes(name);
    for (const [rows, columns] of [
      [300, 2],
      [400, 5],
      [200, 12],
    ] as const) {
      const verdict = verdictOf(traps[name]!(rows, columns, 3));
      expect(isOneLump ? ['none'] : ['none', 'weak'], `${rows} × ${columns}`).toContain(verdict);
    }
  });

  it('has an answer for very little', () => {
    for (const rows of [[], [[1, 2]], [[1], [2], [3]], Array.from({ length: 500 }, () => [3, 4])])
      expect(structureOf({ matrix: matrixFromRows(rows), seed: 1 }, silent)).toMatchObject({
        verdict: 'none',
        pValue: 1,
      });
  });

  it('gives the same for the same, and the same verdict at any scale', () => {
    const matrix = twoLumps(4.5)(300, 3, 2);
    const found = structureOf({ matrix, seed: 4 }, silent);
    expect(structureOf({ matrix, seed: 4 }, silent)).toEqual(found);
    for (const scale of [2 ** -400, 2 ** 300]) {
      const scaled = structureOf({ matrix: { ...matrix, data: matrix.data.map((v) => v * scale) }, seed: 4 }, silent);
      expect(scaled.verdict).toBe(found.verdict);
      expect(scaled.valley.pValue / found.valley.pValue).toBeCloseTo(1, 9);
      expect(scaled.valley.separation).toBeCloseTo(found.valley.separation, 9);
    }
  });

  it('reports how far it is and hears a cancel', () => {
    const fractions: number[] = [];
    const matrix = lumps.uniform!(500, 3, 1);
    structureOf({ matrix, seed: 1 }, { report: (f) => fractions.push(f), cancelled: () => false });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    let polls = 0;
    const stopping = { report: () => {}, cancelled: () => ++polls > 20 };
    expect(() => structureOf({ matrix, seed: 1 }, stopping)).toThrow(expect.objectContaining({ code: 'cancelled' }));
    expect(polls).toBe(21);
  });

  it('says it in a shopkeeper’s words', () => {
    expect(say(structureOf({ matrix: lumps.normal!(200, 2, 1), seed: 1 }, silent).reason)).toBe(
      'Your customers blend into each other. These segments are a useful division, not natural groups.',
    );
  });
});

describeRealData('structure of published data', () => {
  const published = (name: string): Matrix =>
    matrixFromRows(
      gunzipSync(readFileSync(realData(`clusterbench/${name}.data.gz`)))
        .toString()
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number)),
    );

  it.each([
    ['s1', 'clear'],
    ['s2', 'clear'],
    ['d31', 'clear'],
    ['hepta', 'clear'],
    ['wine', 'weak'],
  ])('%s is %s', (name, verdict) => {
    const matrix = standardise(published(name));
    // Of the 5,000 rows of s1 and s2 each seed leaves out a fifth.
    for (const seed of [1, 2]) expect(verdictOf(matrix, seed)).toBe(verdict);
  });

  it('hepta stays clear when a fifth is left out', () => {
    const all = published('hepta');
    const part = (seed: number) => pickRows(all, sampleRows(all.rows, Math.round(all.rows * 0.8), seed));
    expect(count(5, 'clear', part)).toBe(5);
  });

  it('Mall’s income and spending is weak: five groups that touch', () => {
    const lines = readFileSync(realData('mall/Mall_Customers_standard.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
    expect(verdictOf(matrixFromRows(lines.map((line) => line.split(',').slice(3).map(Number))))).toBe('weak');
  });
});
