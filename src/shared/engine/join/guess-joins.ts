import type { Message } from '../../model/message.ts';
import { type Progress, part, silent } from '../progress.ts';
import { isKeyLike } from './is-key-like.ts';
import type { JoinTable, KeySample, NamedColumn, SampledTable } from './join-tables.ts';
import type { KeyForm } from './key-forms.ts';
import { type KeyMatch, type MatchedSide, matchKeys } from './match-keys.ts';
import { type KeySketch, mayOverlap, sketchKeys } from './may-overlap.ts';
import { sampleKeys } from './sample-keys.ts';
import { scoreJoin } from './score-join.ts';

interface JoinSide extends MatchedSide {
  /** Places in the tables given and in their columns. */
  readonly table: number;
  readonly column: number;
}

export interface JoinCandidate {
  /** The side that may have several rows a value; where neither or both have, the one of which more is found. */
  readonly left: JoinSide;
  readonly right: JoinSide;
  readonly cardinality: 'oneToOne' | 'manyToOne' | 'manyToMany';
  /** How the values were made alike. */
  readonly form: KeyForm;
  /** Different values that both have. */
  readonly keys: number;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Message[];
  /** False where the counts are estimated from a sample of the values. */
  readonly isExact: boolean;
}

export interface JoinOptions {
  /** Different values of a column up to which all are compared. */
  readonly valuesAtMost?: number;
  /** Candidates below this score are left out. */
  readonly scoreFrom?: number;
}

interface Prepared {
  readonly table: number;
  readonly column: number;
  readonly source: NamedColumn;
  readonly sample: KeySample;
  readonly sketch: KeySketch;
}

/** Less of the smaller side in the other is chance. */
const leastShare = 0.04;

const candidateOf = (a: Prepared, b: Prepared, found: KeyMatch): JoinCandidate => {
  const [sideA, sideB] = found.sides;
  const [isUniqueA, isUniqueB] = [sideA.repeatedKeys === 0, sideB.repeatedKeys === 0];
  const isTurned = isUniqueA !== isUniqueB ? isUniqueA : found.keys / sideB.keys > found.keys / sideA.keys;
  const sideOf = ({ table, column }: Prepared, side: MatchedSide): JoinSide => ({ table, column, ...side });
  const sides: [JoinSide, JoinSide] = [sideOf(a, sideA), sideOf(b, sideB)];
  const [left, right] = isTurned ? [sides[1], sides[0]] : sides;
  const { score, reasons } = scoreJoin(found, [a.source, b.source], [a.sample, b.sample]);
  const cardinality = isUniqueA && isUniqueB ? 'oneToOne' : isUniqueA || isUniqueB ? 'manyToOne' : 'manyToMany';
  return { left, right, cardinality, form: found.form, keys: found.keys, score, reasons, isExact: found.isExact };
};

/**
 * Which columns may join the tables, the likeliest first: of every two tables every two columns whose values overlap, by
 * inclusion, exact up to `valuesAtMost` different values and from coordinated samples above. Returns onto orders, orders
 * onto customers, lines onto products. Each column is read once; O(cells + pairs of columns × values) at worst, and almost
 * all pairs end at a look at 256 hashes.
 * @throws AppError `cancelled`
 */
export const guessJoins = (
  tables: readonly JoinTable[],
  options: JoinOptions = {},
  progress: Progress = silent,
): JoinCandidate[] => {
  const { valuesAtMost = 200_000 } = options;
  const reading = part(progress, 0, 0.6);
  const count = tables.reduce((sum, { columns }) => sum + columns.length, 0);
  let done = 0;
  const sampled = tables.map(({ name, columns }) => ({
    name,
    columns: columns.map(({ values, ...column }) => {
      reading.report(done / count);
      done += 1;
      return { ...column, sample: sampleKeys({ values }, valuesAtMost, reading) };
    }),
  }));
  return guessJoinsOfSamples(sampled, options, part(progress, 0.6, 1));
};

/**
 * As `guessJoins`, of columns that were sampled where they stand. O(pairs of columns × values) at worst.
 * @throws AppError `cancelled`
 */
export const guessJoinsOfSamples = (
  tables: readonly SampledTable[],
  { scoreFrom = 0.3 }: JoinOptions = {},
  progress: Progress = silent,
): JoinCandidate[] => {
  const keys = tables
    .flatMap(({ columns }, table) =>
      columns.map(({ sample, ...source }, column) => ({ table, column, source, sample, sketch: sketchKeys(sample) })),
    )
    .filter(({ source, sample }: Prepared) => isKeyLike(source, sample));
  const candidates: JoinCandidate[] = [];
  keys.forEach((a, i) => {
    progress.report(i / keys.length);
    for (const b of keys.slice(i + 1)) {
      if (a.table === b.table || !mayOverlap(a.sketch, b.sketch, leastShare)) continue;
      const found = matchKeys(a.sample, b.sample, progress);
      if (found.keys === 0) continue;
      const candidate = candidateOf(a, b, found);
      if (candidate.score >= scoreFrom) candidates.push(candidate);
    }
  });
  progress.report(1);
  return candidates.sort((x, y) => y.score - x.score || y.keys - x.keys);
};
