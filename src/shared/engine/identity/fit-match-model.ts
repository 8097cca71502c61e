import { type Progress, silent, throwIfCancelled } from '../progress.ts';
import type { MatchModel } from './match-model.ts';
import { firstGuess } from './match-model.ts';

/** Pairs that one way of blocking found, by how they compare. */
export interface Session {
  /** Pairs of each pattern. */
  readonly counts: Float64Array;
  /** Whether the way of blocking looks at the field: then its pairs say nothing of how often it agrees. */
  readonly isUsed: readonly boolean[];
}

export interface Evidence {
  /** Levels of each field. */
  readonly levelCounts: readonly number[];
  /** `levels[pattern * fields + field]`, −1 where missing. */
  readonly levels: Int8Array;
  readonly sessions: readonly Session[];
  /** Pairs of each pattern that any session found, each once. */
  readonly found: Float64Array;
  /** Pairs of each pattern among pairs drawn at random. */
  readonly random: Float64Array;
  /** All pairs of records there are. */
  readonly pairs: number;
  /**
   * Of each field, pairs of all with both values and those of them on level 0, counted exactly; null to take the pairs
   * drawn at random for it.
   */
  readonly exact: readonly ({ readonly comparable: number; readonly equal: number } | null)[];
}

export interface FitOptions {
  /** Pairs that the first guess of m and h weighs; 0 leaves all to the data. */
  readonly guessWeight?: number;
  /** False for the two kinds of pairs of Fellegi and Sunter alone. */
  readonly households?: boolean;
  readonly iterationsAtMost?: number;
  /** Largest change of any share at which it rests. */
  readonly tolerance?: number;
}

const tiny = 1e-12;
/** Equal values that two strangers share for every so many records, over and above those counted. */
const strangersShare = 0.01;

const normalised = (shares: Float64Array): Float64Array => {
  let sum = 0;
  for (const share of shares) sum += share;
  return shares.map((share) => Math.max(tiny, share / sum));
};

/**
 * Learns m, u, h and the priors by expectation and maximisation (Dempster, Laird & Rubin 1977; for record linkage Winkler
 * 1988 and Jaro 1989), missing values left out of every product. As Splink does (Linacre et al. 2022), u is learnt from
 * pairs drawn at random, m from the pairs of each way of blocking but for the fields it looks at; what is probably one
 * customer among the random pairs does not count towards u. O(iterations × patterns × sessions).
 * @throws AppError `cancelled`
 */
export const fitMatchModel = (
  evidence: Evidence,
  options: FitOptions = {},
  progress: Progress = silent,
): MatchModel => {
  const { levelCounts, levels, sessions, found, random, pairs, exact } = evidence;
  const { guessWeight = 30, households = true, iterationsAtMost = 200, tolerance = 1e-6 } = options;
  const fields = levelCounts.length;
  const patterns = levels.length / fields;
  // Patterns that no pair has are most of them.
  const seen = Int32Array.from({ length: patterns }, (_, p) => p).filter(
    (p) => found[p]! > 0 || random[p]! > 0 || sessions.some(({ counts }) => counts[p]! > 0),
  );
  const guessM = firstGuess.slice(0, fields).map(({ m }) => Float64Array.from(m));
  const guessH = firstGuess.slice(0, fields).map(({ h }) => Float64Array.from(h));
  let m: Float64Array[] = guessM.map((shares) => shares.slice());
  let h: Float64Array[] = guessH.map((shares) => shares.slice());
  const same = new Float64Array(patterns);
  const house = new Float64Array(patterns);
  // To begin with, one customer is who agrees in two fields.
  for (const p of seen) {
    let agreed = 0;
    for (let field = 0; field < fields; field += 1) {
      const level = levels[p * fields + field]!;
      if (level === 0 || level === 1) agreed += 1;
    }
    same[p] = agreed >= 2 ? 1 : 0;
  }

  const sum = (counts: Float64Array, weight: (pattern: number) => number): number => {
    let total = 0;
    for (const p of seen) total += counts[p]! * weight(p);
    return total;
  };
  const tally = (
    into: Float64Array,
    field: number,
    counts: Float64Array,
    weight: (pattern: number) => number,
  ): Float64Array => {
    for (const p of seen) {
      const level = levels[p * fields + field]!;
      if (level >= 0) into[level]! += counts[p]! * weight(p);
    }
    return into;
  };
  const learnU = (): Float64Array[] =>
    levelCounts.map((n, field) => {
      const shares = tally(new Float64Array(n).fill(0.5 / n), field, random, (p) => 1 - same[p]! - house[p]!);
      const known = exact[field];
      if (!known || known.comparable === 0) return normalised(shares);
      const linked = tally(new Float64Array(n), field, found, (p) => same[p]! + house[p]!)[0]!;
      const strangers = Math.max(0, known.equal - linked) + (strangersShare * known.comparable) / Math.sqrt(2 * pairs);
      const equal = Math.min(0.9, strangers / known.comparable);
      shares[0] = 0;
      const others = normalised(shares);
      return others.map((share, level) => (level === 0 ? Math.max(tiny, equal) : share * (1 - equal)));
    });
  const learn = (
    guess: readonly Float64Array[],
    before: readonly Float64Array[],
    weights: Float64Array,
  ): Float64Array[] =>
    levelCounts.map((_, field) => {
      const shares = guess[field]!.map((share) => share * guessWeight);
      const open = sessions.filter(({ isUsed }) => !isUsed[field]);
      for (const { counts } of open) tally(shares, field, counts, (p) => weights[p]!);
      return shares.some((share) => share > 0) ? normalised(shares) : before[field]!;
    });

  let u = learnU();
  const foundPairs = sum(found, () => 1);
  let prior = Math.min(0.5, Math.max(1, 0.2 * foundPairs) / pairs);
  let householdPrior = households ? prior / 2 : 0;
  let iterations = 0;
  let change = Number.POSITIVE_INFINITY;
  while (iterations < iterationsAtMost && change > tolerance) {
    throwIfCancelled(progress);
    iterations += 1;
    const stranger = 1 - prior - householdPrior;
    for (const p of seen) {
      let byM = prior;
      let byU = stranger;
      let byH = householdPrior;
      for (let field = 0; field < fields; field += 1) {
        const level = levels[p * fields + field]!;
        if (level < 0) continue;
        byM *= m[field]![level]!;
        byU *= u[field]![level]!;
        byH *= h[field]![level]!;
      }
      const all = byM + byU + byH;
      same[p] = byM / all;
      house[p] = byH / all;
    }
    const nextM = learn(guessM, m, same);
    const nextH = households ? learn(guessH, h, house) : h;
    const nextU = learnU();
    change = 0;
    for (let field = 0; field < fields; field += 1)
      for (let level = 0; level < levelCounts[field]!; level += 1)
        change = Math.max(
          change,
          Math.abs(nextM[field]![level]! - m[field]![level]!),
          Math.abs(nextU[field]![level]! - u[field]![level]!),
          Math.abs(nextH[field]![level]! - h[field]![level]!),
        );
    m = nextM;
    u = nextU;
    h = nextH;
    const least = 0.5 / pairs;
    prior = Math.max(least, sum(found, (p) => same[p]!) / pairs);
    householdPrior = households ? Math.max(least, sum(found, (p) => house[p]!) / pairs) : 0;
    progress.report(iterations / iterationsAtMost);
  }
  progress.report(1);
  return {
    fields: levelCounts.map((_, field) => ({
      field: firstGuess[field]!.field,
      m: [...m[field]!],
      u: [...u[field]!],
      h: [...h[field]!],
    })),
    prior,
    householdPrior,
    iterations,
    converged: change <= tolerance,
  };
};
