import { type DescribedSegment, describeSegments } from '../../../../src/shared/engine/explain/describe.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { prepare } from '../../../../src/shared/engine/prepare/prepare.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import type { Feature } from '../../../../src/shared/model/feature.ts';
import { message } from '../../../../src/shared/model/message.ts';
import { say } from '../../../../src/shared/words/say.ts';

/** Customers of one kind: how many, and what is typical of each feature. */
export interface Planted {
  readonly size: number;
  readonly typical: readonly number[];
}

export const orderKeys = ['daysSinceLastOrder', 'orders', 'totalSpent'] as const;

export const featureOf = (key: string): Feature => ({
  key,
  name: message(key.startsWith('column:') ? 'feature.column' : `feature.${key}`, { name: key.slice(7) }),
  unit: key === 'totalSpent' ? 'money' : key === 'daysSinceLastOrder' ? 'days' : key === 'orders' ? 'count' : 'number',
  lineage: message('feature.column.from'),
  missing: 0,
});

/** What `describe-run.ts` does around `describeSegments`, for customers that are already in segments. */
export const describeRows = (
  keys: readonly string[],
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  k: number,
): DescribedSegment[] => {
  const raw = matrixFromRows(rows);
  const { matrix, preparation } = prepare({ matrix: raw, features: keys }, silent);
  const money = keys.indexOf('totalSpent');
  return describeSegments({
    raw,
    prepared: matrix,
    features: keys.map(featureOf),
    preparation,
    labels: Int32Array.from(labels),
    k,
    revenue: money < 0 ? null : Float64Array.from(rows, (row) => row[money]!),
    asOf: keys.some((key) => !key.startsWith('column:')) ? '2023-12-09' : null,
    silhouettes: null,
  });
};

/** Customers around what is typical of their kind; small whole numbers (one order) stay as they are. */
export const scatter = (kinds: readonly Planted[], seed = 1): { rows: number[][]; labels: number[] } => {
  const random = createRandom(seed);
  const around = (value: number) => (Math.abs(value) <= 2 ? value : Math.round(value * (0.8 + 0.4 * random())));
  return {
    rows: kinds.flatMap(({ size, typical }) => Array.from({ length: size }, () => typical.map(around))),
    labels: kinds.flatMap(({ size }, label) => Array<number>(size).fill(label)),
  };
};

export const describeKinds = (keys: readonly string[], kinds: readonly Planted[]): DescribedSegment[] => {
  const { rows, labels } = scatter(kinds);
  return describeRows(keys, rows, labels, kinds.length);
};

export const namesOf = (segments: readonly DescribedSegment[]): string[] => segments.map(({ name }) => say(name));
