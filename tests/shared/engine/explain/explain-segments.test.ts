import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centerDistances } from '../../../../src/shared/engine/explain/center-distances.ts';
import { explainSegments } from '../../../../src/shared/engine/explain/explain-segments.ts';
import { neighboursOf } from '../../../../src/shared/engine/explain/neighbours.ts';
import { segmentCenters } from '../../../../src/shared/engine/explain/segment-centers.ts';
import { certaintyOf, surenessOf } from '../../../../src/shared/engine/explain/sureness.ts';
import { whyHere } from '../../../../src/shared/engine/explain/why-here.ts';
import { matrixFromRows, rowsOf } from '../../../../src/shared/engine/matrix.ts';
import { type Progress, silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const preparation = ['a', 'b'].map((feature) => ({ feature, used: true, indicator: false, fill: 0 }));

/** Two tight groups and a wider one between them. */
const groups = () => {
  const random = createRandom(11);
  const rows: number[][] = [];
  const labels: number[] = [];
  for (const [label, x, y, reach] of [
    [0, 0, 0, 1],
    [1, 10, 0, 1],
    [2, 4, 4, 9],
  ] as const)
    for (let i = 0; i < 60; i += 1) {
      rows.push([x + reach * (random() - 0.5), y + reach * (random() - 0.5)]);
      labels.push(label);
    }
  return { matrix: matrixFromRows(rows), labels: Int32Array.from(labels) };
};

const explained = (progress: Progress = silent) => {
  const { matrix, labels } = groups();
  return explainSegments({ raw: matrix, prepared: matrix, preparation, labels, k: 3, seed: 1 }, progress);
};

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, j) => value - b[j]!));

describe('an explanation', () => {
  it('knows centres, who is near them and who is between two, as measuring everybody does', () => {
    const { matrix, labels } = groups();
    const rows = rowsOf(matrix);
    const { segments } = explained();
    const members = segments.map(({ label }) => rows.flatMap((_, row) => (labels[row] === label ? [row] : [])));
    segments.forEach(({ center, typical, borderline, certainty, label }) => {
      center.forEach((value, j) => {
        const mean = members[label]!.reduce((sum, row) => sum + rows[row]![j]!, 0) / 60;
        expect(value).toBeCloseTo(mean, 9);
      });
      const byDistance = [...members[label]!].sort((x, y) => distance(rows[x]!, center) - distance(rows[y]!, center));
      expect(typical).toEqual(byDistance.slice(0, 5));
      const sureness = (row: number) => {
        const others = segments.filter((one) => one.label !== label).map((one) => distance(rows[row]!, one.center));
        return surenessOf(distance(rows[row]!, center), Math.min(...others));
      };
      for (const one of borderline) {
        expect(one.sureness).toBeCloseTo(sureness(one.row), 9);
        expect(certaintyOf(one.sureness)).toBe('onTheEdge');
      }
      const least = Math.min(...members[label]!.map(sureness));
      if (borderline[0] !== undefined) expect(borderline[0].sureness).toBeCloseTo(least, 9);
      expect(certainty.sure).toBe(members[label]!.filter((row) => certaintyOf(sureness(row)) === 'sure').length);
      expect(certainty.sure + certainty.fairlySure + certainty.onTheEdge).toBe(60);
    });
    expect(segments[2]!.borderline.length).toBeGreaterThan(0);
    expect(segments[2]!.borderline.every(({ label }) => label === 0 || label === 1)).toBe(true);
  });

  it('says how much of each feature lies between segments', () => {
    const labels = Int32Array.of(0, 0, 1, 1);
    const matrix = matrixFromRows([
      [1, 0, 3],
      [1, 1, 3],
      [5, 0, 3],
      [5, 1, 3],
    ]);
    expect(segmentCenters(matrix, labels, 2, silent).between).toEqual([1, 0, 0]);
  });

  it('names the nearest segments first, and what most of the distance is', () => {
    const [first] = neighboursOf(['a', 'b'], [[0, 0], [3, 1], [], [10, 0], [0, 40]]);
    expect(first!.map(({ label }) => label)).toEqual([1, 3]);
    expect(first![0]!.distance).toBeCloseTo(Math.sqrt(10));
    expect(first![0]!.differs.map(({ feature, difference }) => [feature, difference])).toEqual([
      ['a', -3],
      ['b', -1],
    ]);
    expect(first![0]!.differs[0]!.share).toBeCloseTo(0.9);
  });

  it('counts what is missing to the feature that is', () => {
    const [[neighbour]] = neighboursOf(
      ['a', 'b', 'a'],
      [
        [0, 2, 0],
        [0, 0, 3],
      ],
    ) as [[ReturnType<typeof neighboursOf>[0][0]]];
    expect(neighbour!.differs.map(({ feature }) => feature)).toEqual(['a', 'b']);
    expect(neighbour!.differs[0]!.share).toBeCloseTo(9 / 13);
  });

  it('of one segment knows no neighbours and nobody in doubt', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
    const labels = new Int32Array(3);
    const { segments, rules } = explainSegments(
      { raw: matrix, prepared: matrix, preparation, labels, k: 1, seed: 1 },
      silent,
    );
    expect(segments[0]).toMatchObject({
      neighbours: [],
      borderline: [],
      certainty: { sure: 0, fairlySure: 0, onTheEdge: 0 },
    });
    expect(segments[0]!.typical).toHaveLength(3);
    expect(rules.segments[0]!.rules[0]!.conditions).toEqual([]);
  });

  it('passes over customers in no segment, and segments without customers', () => {
    const matrix = matrixFromRows([
      [1, 1],
      [1, 2],
      [9, 9],
      [9, 8],
      [500, 500],
    ]);
    const labels = Int32Array.of(0, 0, 2, 2, -1);
    const { segments } = explainSegments({ raw: matrix, prepared: matrix, preparation, labels, k: 3, seed: 1 }, silent);
    expect(segments[1]).toMatchObject({ center: [], neighbours: [], typical: [], borderline: [] });
    expect(segments[0]!.neighbours.map(({ label }) => label)).toEqual([2]);
    expect(segments[2]!.typical).toEqual([2, 3]);
  });

  it('is the same twice, crosses threads as JSON, reports forwards and stops when asked', () => {
    const fractions: number[] = [];
    const one = explained({ report: (fraction) => fractions.push(fraction), cancelled: () => false });
    expect(JSON.parse(JSON.stringify(one))).toEqual(explained());
    expect(fractions).toEqual([...fractions].sort((x, y) => x - y));
    let polls = 0;
    const stop: Progress = {
      report: () => {},
      cancelled: () => {
        polls += 1;
        return polls > 5;
      },
    };
    expect(() => explained(stop)).toThrowError(expect.objectContaining({ code: 'cancelled' }));
  });
});

describe('why a customer is here', () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });

  it('adds up to the difference of the squared distances', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((columns) => {
          const point = fc.array(number, { minLength: columns, maxLength: columns });
          return fc.tuple(point, fc.array(point, { minLength: 2, maxLength: 6 }));
        }),
        ([point, centers]) => {
          const { runnerUp, pulls, sureness, isNearerToRunnerUp } = whyHere({ point, label: 0, centers });
          const squares = centers.map((center) => center.reduce((sum, value, j) => sum + (point[j]! - value) ** 2, 0));
          const next = Math.min(...squares.slice(1));
          expect(Math.sqrt(squares[runnerUp!]!)).toBeCloseTo(Math.sqrt(next), 6);
          expect(pulls.reduce((sum, pull) => sum + pull, 0)).toBeCloseTo(squares[runnerUp!]! - squares[0]!, 6);
          expect(sureness).toBeGreaterThanOrEqual(0);
          expect(sureness).toBeLessThanOrEqual(1);
          if (isNearerToRunnerUp) expect(sureness).toBe(0);
        },
      ),
    );
  });

  it('agrees with what is measured of everybody', () => {
    const { matrix, labels } = groups();
    const { centers } = segmentCenters(matrix, labels, 3, silent);
    const { own, other, runnerUp } = centerDistances(matrix, labels, centers, silent);
    rowsOf(matrix).forEach((point, row) => {
      const why = whyHere({ point, label: labels[row]!, centers });
      expect(why.runnerUp).toBe(runnerUp[row]);
      expect(why.sureness).toBeCloseTo(surenessOf(own[row]!, other[row]!), 9);
    });
  });

  it('knows the middle and the edge', () => {
    const centers = [
      [0, 0],
      [4, 0],
    ];
    expect(whyHere({ point: [0, 0], label: 0, centers })).toMatchObject({
      sureness: 1,
      certainty: 'sure',
      pulls: [16, 0],
    });
    expect(whyHere({ point: [2, 7], label: 0, centers })).toMatchObject({ sureness: 0, certainty: 'onTheEdge' });
    expect(whyHere({ point: [1.6, 0], label: 0, centers })).toMatchObject({ certainty: 'fairlySure' });
    expect(whyHere({ point: [3, 0], label: 0, centers })).toMatchObject({ sureness: 0, isNearerToRunnerUp: true });
    expect(whyHere({ point: [3, 0], label: 0, centers: [[0, 0], []] })).toMatchObject({
      runnerUp: null,
      sureness: null,
    });
  });
});
