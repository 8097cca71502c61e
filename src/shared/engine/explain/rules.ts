import type { RuleBook } from '../../model/explanation.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { binColumn } from './bin-column.ts';
import { stratifiedFolds } from './folds.ts';
import { depthOf, type GrowRulesOptions, growRules, type RuleColumn } from './grow-rules.ts';
import { accuracyOf, countRows, createRuleTable, fitOf, type RuleTable } from './rule-fit.ts';
import { leafFinder, ruleLeaves } from './rule-leaves.ts';

export interface FindRulesInput {
  /** One a feature, in its own units, all of one length. */
  readonly columns: readonly {
    readonly feature: string;
    readonly values: Float64Array;
    /** What a missing value (NaN) counts as: what stood for it where segments were found. */
    readonly fill: number;
  }[];
  /** Segment of each row, 0 to k − 1; anything else is in none. */
  readonly labels: Int32Array;
  readonly k: number;
  /** Of the shuffle that says which rows are left out. */
  readonly seed: number;
  /** Where not given, those that make short rules. */
  readonly options?: Partial<Omit<GrowRulesOptions, 'weights'>> & {
    /** 0 counts every customer once, 1 every segment. */
    readonly balance?: number;
  };
}

/** Rows between two polls. */
const block = 1 << 14;
const folds = 5;
/** Beyond so many rows a fifth left out once tells as much as five turns. */
const allFoldsAtMost = 100_000;

/**
 * Each row weighs (1 / size of its segment)^½. Counted by customers (0) small segments get no rule where leaves are
 * few; counted by segments (1) rules of small ones take in more of others than their own. Online Retail, 7 segments, 7
 * leaves: the worst segment's F₁ is 0 with 0 and .42 with ½; 4 levels deep, over all .77, .76 and .71 right.
 */
const usualBalance = 0.5;

const optionsFor = (
  { k, options: { balance = usualBalance, ...given } = {} }: FindRulesInput,
  sizes: Int32Array,
): GrowRulesOptions => {
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const there = sizes.filter((size) => size > 0);
  return {
    depth: 8,
    leaves: 2 * k,
    facts: 3,
    leastRows: Math.max(1, Math.min(Math.ceil(rows / 100), Math.ceil(Math.min(rows, ...there) / 3))),
    leastGain: 0.002,
    leastHits: 0.005,
    isRounded: true,
    weights: Float64Array.from(sizes, (size) => (size === 0 ? 0 : (rows / (there.length * size)) ** balance)),
    ...given,
  };
};

const columnsOf = ({ columns }: FindRulesInput, progress: Progress): RuleColumn[] =>
  columns.map(({ values: raw, fill }, j) => {
    throwIfCancelled(progress);
    progress.report(j / columns.length);
    const values = raw.some(Number.isNaN) ? raw.map((value) => (Number.isNaN(value) ? fill : value)) : raw;
    throwIfCancelled(progress);
    const isWhole = raw.every((value) => Number.isNaN(value) || Number.isInteger(value));
    return { values, binned: binColumn(values, progress), isWhole };
  });

/** Rows that are in a segment and meant, and how many of each segment they are. */
const membersOf = (
  { labels, k }: FindRulesInput,
  isMeant: (row: number) => boolean,
  progress: Progress,
): { rows: Int32Array; sizes: Int32Array } => {
  const rows = new Int32Array(labels.length);
  const sizes = new Int32Array(k);
  let count = 0;
  for (let row = 0; row < labels.length; row += 1) {
    if (row % block === 0) throwIfCancelled(progress);
    const label = labels[row]!;
    if (label < 0 || label >= k || !isMeant(row)) continue;
    rows[count] = row;
    sizes[label]! += 1;
    count += 1;
  }
  return { rows: rows.subarray(0, count), sizes };
};

/** What rules made without them say of the rows that were left out: one tree a turn. */
const heldOut = (
  input: FindRulesInput,
  columns: readonly RuleColumn[],
  progress: Progress,
): { table: RuleTable; turns: number } => {
  const { labels, k, seed } = input;
  const fold = stratifiedFolds(labels, k, folds, seed, progress);
  const turns = labels.length > allFoldsAtMost ? 1 : folds;
  const table = createRuleTable(k);
  for (let turn = 0; turn < turns; turn += 1) {
    progress.report(turn / turns);
    const { rows, sizes } = membersOf(input, (row) => fold[row] !== turn, progress);
    const tree = growRules(columns, labels, rows, optionsFor(input, sizes), progress);
    countRows(table, tree, columns, labels, (row) => fold[row] === turn, progress);
  }
  return { table, turns };
};

/**
 * A shallow decision tree that tells segments apart by features in their own units, read as rules, with how often they
 * are right: on these very customers, and on customers that they were not made from (five-fold cross-validation; one
 * fifth left out once beyond 100,000). It has up to twice as many leaves as there are segments, each reached by
 * questions about at most three features. Thresholds are round numbers; all figures are those of the rounded rules.
 * O(columns × rows × (depth + log bins)), twice to six times for what is left out.
 * @throws AppError `cancelled`
 */
export const findRules = (input: FindRulesInput, progress: Progress): RuleBook => {
  const { labels, k } = input;
  const columns = columnsOf(input, part(progress, 0, 0.3));
  const { rows, sizes } = membersOf(input, () => true, progress);
  const tree = growRules(columns, labels, rows, optionsFor(input, sizes), progress);
  progress.report(0.45);
  const held = heldOut(input, columns, part(progress, 0.45, 0.9));
  const features = input.columns.map(({ feature }) => feature);
  const leaves = ruleLeaves(tree, columns, features).map((leaf) => ({ ...leaf, customers: 0, hits: 0 }));
  const leafOf = leafFinder(tree, columns);
  for (let row = 0; row < labels.length; row += 1) {
    if (row % block === 0) throwIfCancelled(progress);
    const leaf = leaves[leafOf(row)]!;
    leaf.customers += 1;
    if (labels[row] === leaf.label) leaf.hits += 1;
  }
  const table = createRuleTable(k);
  countRows(table, tree, columns, labels, () => true, progress);
  return {
    depth: depthOf(tree),
    accuracy: accuracyOf(table),
    baseline: rows.length === 0 ? 0 : Math.max(...sizes) / rows.length,
    heldOut: { accuracy: accuracyOf(held.table), folds: held.turns },
    segments: Array.from(sizes, (size, label) => ({
      label,
      rules: leaves
        .filter((leaf) => size > 0 && leaf.label === label)
        .sort((a, b) => b.hits - a.hits)
        .map(({ conditions, customers, hits }) => ({ conditions: [...conditions], customers, hits })),
      ...fitOf(table, label),
      heldOut: fitOf(held.table, label),
    })),
  };
};
