import { type Progress, throwIfCancelled } from '../progress.ts';
import { bestSplitOf, purityOf, type Split } from './best-split.ts';
import { type BinnedColumn, binsAtMost } from './bin-column.ts';
import { between, roundThresholds } from './round-threshold.ts';

/** A column to split by. */
export interface RuleColumn {
  /** In its own units, no NaN. */
  readonly values: Float64Array;
  readonly binned: BinnedColumn;
  /** Whole numbers only. */
  readonly isWhole: boolean;
}

/** A node of a decision tree: rows with `value < threshold` go to `left`. */
export type RuleNode =
  | { readonly kind: 'leaf'; readonly label: number }
  | {
      readonly kind: 'split';
      readonly column: number;
      readonly threshold: number;
      readonly left: RuleNode;
      readonly right: RuleNode;
    };

export interface GrowRulesOptions {
  readonly depth: number;
  /** Most leaves; the splits that gain most are made first. */
  readonly leaves: number;
  /** Most different columns on the way to a leaf: what a person keeps in mind at once. */
  readonly facts: number;
  /** Fewest rows of a leaf. */
  readonly leastRows: number;
  /** A split has to take away this share of the impurity of all rows … */
  readonly leastGain: number;
  /** … and to put this share of all rows, as they weigh, into their label that were not there without it. */
  readonly leastHits: number;
  /** Thresholds that people would say; see `roundThresholds`. */
  readonly isRounded: boolean;
  /** What one row of each label counts. */
  readonly weights: Float64Array;
}

/** A round threshold may cost this share of what the exact one gains. */
const roundingCosts = 0.02;

const countLabels = (labels: Int32Array, k: number, rows: Int32Array): Float64Array => {
  const counts = new Float64Array(k);
  for (let i = 0; i < rows.length; i += 1) counts[labels[rows[i]!]!]! += 1;
  return counts;
};

/** The label that weighs most; the first of equal ones. */
const heaviest = (counts: Float64Array, weights: Float64Array): number => {
  let best = 0;
  for (let c = 1; c < counts.length; c += 1) if (counts[c]! * weights[c]! > counts[best]! * weights[best]!) best = c;
  return best;
};

/** A node while the tree grows. */
interface Growing {
  readonly counts: Float64Array;
  readonly rows: Int32Array;
  readonly depth: number;
  /** Columns asked on the way here. */
  readonly asked: ReadonlySet<number>;
  /** Its best split, and what it gains; null where it stays a leaf. */
  readonly best: { readonly split: Split; readonly gain: number } | null;
  made: { readonly column: number; readonly threshold: number; readonly left: Growing; readonly right: Growing } | null;
}

/** Joins sides again that are not worth a question, from the leaves up; nobody loses a label that is nowhere else. */
const prune = (root: Growing, weights: Float64Array, leastHits: number): RuleNode => {
  const leavesOf = new Map<number, number>();
  const labelOf = ({ counts }: Growing): number => heaviest(counts, weights);
  const hitsOf = ({ counts }: Growing, label: number): number => counts[label]! * weights[label]!;
  const note = (label: number, change: number): void => {
    leavesOf.set(label, (leavesOf.get(label) ?? 0) + change);
  };
  const visit = (node: Growing): void => {
    if (node.made === null) note(labelOf(node), 1);
    else {
      visit(node.made.left);
      visit(node.made.right);
    }
  };
  visit(root);
  const join = (node: Growing): RuleNode => {
    if (node.made === null) return { kind: 'leaf', label: labelOf(node) };
    const { column, threshold, left, right } = node.made;
    const sides = [join(left), join(right)] as const;
    if (sides[0].kind === 'split' || sides[1].kind === 'split')
      return { kind: 'split', column, threshold, left: sides[0], right: sides[1] };
    const [one, other] = [sides[0].label, sides[1].label];
    const label = labelOf(node);
    const gained = hitsOf(left, one) + hitsOf(right, other) - hitsOf(node, label);
    const isLost = (of: number): boolean => of !== label && leavesOf.get(of) === 1;
    if (one !== other && (gained >= leastHits || isLost(one) || isLost(other)))
      return { kind: 'split', column, threshold, left: sides[0], right: sides[1] };
    note(one, -1);
    note(other, -1);
    note(label, 1);
    return { kind: 'leaf', label };
  };
  return join(root);
};

/**
 * Grows a classification tree: the split with the purest sides, by Gini's index with weighted labels, of the leaf that
 * gains most by it, and so on (CART: Breiman, Friedman, Olshen & Stone 1984; best first as Friedman 2001). Ties go to
 * the first column, the lowest threshold and the older leaf, so the order of rows does not matter. Sides that say the
 * same, or nearly, are joined again. O(depth × columns × rows + leaves × columns × bins × k).
 * @throws AppError `cancelled`
 */
export const growRules = (
  columns: readonly RuleColumn[],
  labels: Int32Array,
  rows: Int32Array,
  options: GrowRulesOptions,
  progress: Progress,
): RuleNode => {
  const { weights, leastRows } = options;
  const k = weights.length;
  const scratch = new Float64Array(binsAtMost * k);
  const all = countLabels(labels, k, rows);
  const total = all.reduce((sum, n, c) => sum + n * weights[c]!, 0);
  /** Σ w − purity is the impurity in rows; all gains are shares of the root's. A pure node has rounding to gain only. */
  const leastGain = Math.max(options.leastGain, 1e-12) * (total - purityOf(all, weights));

  const nodeOf = (here: Int32Array, depth: number, asked: ReadonlySet<number>): Growing => {
    throwIfCancelled(progress);
    const counts = countLabels(labels, k, here);
    const leaf = { counts, rows: here, depth, asked, made: null };
    if (depth >= options.depth || here.length < 2 * leastRows) return { ...leaf, best: null };
    let split: Split | null = null;
    for (const [column, { binned }] of columns.entries()) {
      throwIfCancelled(progress);
      if (asked.size >= options.facts && !asked.has(column)) continue;
      const found = bestSplitOf(column, binned, labels, weights, here, leastRows, scratch);
      if (found !== null && (split === null || found.purity > split.purity * (1 + 1e-12))) split = found;
    }
    const gain = split === null ? 0 : split.purity - purityOf(counts, weights);
    return { ...leaf, best: split === null || gain <= leastGain ? null : { split, gain } };
  };

  /** The roundest threshold that costs little, by what it does to these very rows. O(rows × candidates). */
  const thresholdOf = ({ rows: here, counts }: Growing, { column, lo, hi }: Split, gain: number): number => {
    const { values, isWhole } = columns[column]!;
    const before = purityOf(counts, weights);
    for (const threshold of options.isRounded ? roundThresholds(lo, hi, isWhole) : []) {
      throwIfCancelled(progress);
      const left = new Float64Array(k);
      const right = new Float64Array(k);
      let below = 0;
      for (let i = 0; i < here.length; i += 1) {
        const row = here[i]!;
        const isBelow = values[row]! < threshold;
        (isBelow ? left : right)[labels[row]!]! += 1;
        if (isBelow) below += 1;
      }
      if (below < leastRows || here.length - below < leastRows) continue;
      const gained = purityOf(left, weights) + purityOf(right, weights) - before;
      if (gained >= (1 - roundingCosts) * gain) return threshold;
    }
    return between(lo, hi);
  };

  const root = nodeOf(rows, 0, new Set());
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves += 1) {
    let next: Growing | null = null;
    for (const node of open)
      if (node.best !== null && (next === null || node.best.gain > next.best!.gain * (1 + 1e-12))) next = node;
    if (next === null) break;
    open.splice(open.indexOf(next), 1);
    const { split, gain } = next.best!;
    const threshold = thresholdOf(next, split, gain);
    const { column } = split;
    const { values } = columns[column]!;
    const asked = new Set([...next.asked, column]);
    const low = next.rows.filter((row) => values[row]! < threshold);
    throwIfCancelled(progress);
    const high = next.rows.filter((row) => !(values[row]! < threshold));
    next.made = {
      column,
      threshold,
      left: nodeOf(low, next.depth + 1, asked),
      right: nodeOf(high, next.depth + 1, asked),
    };
    open.push(next.made.left, next.made.right);
  }
  return prune(root, weights, options.leastHits * total);
};

/** The label that a tree gives a row. O(depth). */
export const followRules = (tree: RuleNode, columns: readonly RuleColumn[], row: number): number => {
  let node = tree;
  while (node.kind === 'split') node = columns[node.column]!.values[row]! < node.threshold ? node.left : node.right;
  return node.label;
};

export const depthOf = (node: RuleNode): number =>
  node.kind === 'leaf' ? 0 : 1 + Math.max(depthOf(node.left), depthOf(node.right));
