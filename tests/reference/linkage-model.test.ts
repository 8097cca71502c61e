import { describe, expect, it } from 'vitest';
import {
  fieldCount,
  levelCounts,
  patternCount,
  patternLevels,
} from '../../src/shared/engine/identity/comparison-fields.ts';
import { type Evidence, fitMatchModel, type Session } from '../../src/shared/engine/identity/fit-match-model.ts';
import type { MatchModel } from '../../src/shared/engine/identity/match-model.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import reference from './linkage-model.json' with { type: 'json' };

const { truth, size } = reference;
const steps = levelCounts.map((_, field) => levelCounts.slice(0, field).reduce((product, n) => product * (n + 1), 1));

/** The pairs of linkage-model.py, as patterns. */
const drawn = (seed: number, shares: readonly [number, number]): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => {
    const at = random();
    const kind = at < shares[0] ? 'm' : at < shares[0] + shares[1] ? 'h' : 'u';
    let pattern = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      const isMissing = random() < 0.1;
      let left = random();
      let level = 0;
      while (level < levelCounts[field]! - 1 && left >= truth[kind][field]![level]!) {
        left -= truth[kind][field]![level]!;
        level += 1;
      }
      pattern += (isMissing ? 0 : level + 1) * steps[field]!;
    }
    return pattern;
  });
};

const countsOf = (patterns: readonly number[]): Float64Array => {
  const counts = new Float64Array(patternCount);
  for (const pattern of patterns) counts[pattern]! += 1;
  return counts;
};
const levelOf = (pattern: number, field: number): number => patternLevels[pattern * fieldCount + field]!;

const evidenceOf = (patterns: readonly number[], sessions?: readonly Session[]): Evidence => {
  const counts = countsOf(patterns);
  return {
    levelCounts,
    levels: patternLevels,
    sessions: sessions ?? [{ counts, isUsed: levelCounts.map(() => false) }],
    found: counts,
    random: counts,
    pairs: size,
    exact: levelCounts.map(() => null),
  };
};

const expectSame = (
  found: MatchModel,
  wanted: (typeof reference)['classic'],
  kinds: readonly ('m' | 'u' | 'h')[],
): void => {
  expect(found.iterations).toBe(wanted.iterations);
  expect(found.converged).toBe(true);
  expect(found.prior).toBeCloseTo(wanted.prior, 10);
  expect(found.householdPrior).toBeCloseTo(wanted.householdPrior, 10);
  for (const kind of kinds)
    found.fields.forEach((field, at) => {
      for (const [level, share] of field[kind].entries()) expect(share).toBeCloseTo(wanted[kind][at]![level]!, 9);
    });
};

const expectNear = (found: MatchModel, kinds: readonly ('m' | 'u' | 'h')[], within: number): void => {
  for (const kind of kinds)
    found.fields.forEach((field, at) => {
      for (const [level, share] of field[kind].entries())
        expect(Math.abs(share - truth[kind][at]![level]!)).toBeLessThan(within);
    });
};

describe('a match model is what NumPy learns pair by pair', () => {
  it('with two kinds of pairs', () => {
    const found = fitMatchModel(evidenceOf(drawn(11, [0.1, 0])), { guessWeight: 0, households: false });
    expectSame(found, reference.classic, ['m', 'u']);
    expectNear(found, ['m', 'u'], 0.03);
    expect(found.prior).toBeCloseTo(0.1, 2);
  });

  it('with households', () => {
    const found = fitMatchModel(evidenceOf(drawn(12, [0.08, 0.12])));
    expectSame(found, reference.households, ['m', 'u', 'h']);
    expectNear(found, ['m', 'u', 'h'], 0.04);
    expect(found.prior).toBeCloseTo(0.08, 2);
    expect(found.householdPrior).toBeCloseTo(0.12, 2);
  });

  it('with ways of blocking that look at a field', () => {
    const patterns = drawn(12, [0.08, 0.12]);
    const session = (used: number | null, isIn: (pattern: number) => boolean): Session => ({
      counts: countsOf(patterns.filter(isIn)),
      isUsed: levelCounts.map((_, field) => field === used),
    });
    const sessions = [
      session(2, (pattern) => levelOf(pattern, 2) === 0),
      // −1 is below 2 here and in the script.
      session(3, (pattern) => levelOf(pattern, 3) <= 2),
      session(null, () => true),
    ];
    const found = fitMatchModel(evidenceOf(patterns, sessions), { guessWeight: 5 });
    expectSame(found, reference.sessions, ['m', 'u', 'h']);
  });
});
