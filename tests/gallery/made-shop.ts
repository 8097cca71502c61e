import { createRandom } from '../../src/shared/engine/random.ts';
import type { CustomerRow } from '../../src/shared/model/customer.ts';
import type { Feature, Unit } from '../../src/shared/model/feature.ts';
import { message } from '../../src/shared/model/message.ts';
import { completePreparation, usualPreparation } from '../../src/shared/model/preparation.ts';
import type { ProjectInfo } from '../../src/shared/model/project.ts';
import type { ProfileCell, Segment, Segmentation } from '../../src/shared/model/segmentation.ts';
import type { StabilityBand } from '../../src/shared/model/trust.ts';

/** What a shop is made of; whatever is left out is as in most shops. */
export interface ShopPlan {
  readonly id: number;
  readonly names: readonly string[];
  /** Customers by segment; equal parts of 600 otherwise. */
  readonly sizes?: readonly number[];
  /** Customers in no segment. */
  readonly nobodys?: number;
  /** Null: a table without money. */
  readonly money?: ((segment: number, random: () => number) => number) | null;
  /** What facts are called beside days, orders and total spent. */
  readonly facts?: readonly string[];
  readonly people?: readonly string[];
  readonly frozen?: readonly number[];
  /** How customers are said to be many, where those that are drawn stand for more. */
  readonly times?: number;
}

/** A made-up shop with everything that pictures ask of a host. The same plan gives the same shop. */
export interface MadeShop {
  readonly project: ProjectInfo;
  readonly segmentation: Segmentation;
  readonly labels: Int32Array;
  /** By feature key. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly map: readonly [Float64Array, Float64Array];
  readonly customers: readonly CustomerRow[];
}

const bands: readonly StabilityBand[] = ['sure', 'steady', 'doubtful', 'fleeting'];
const levelOf = (effect: number): ProfileCell['level'] =>
  effect <= -1 ? 'muchLower' : effect <= -0.4 ? 'lower' : effect < 0.4 ? 'same' : effect < 1 ? 'higher' : 'muchHigher';
const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
};
const medianOf = (values: Float64Array): number => values.toSorted()[values.length >> 1] ?? 0;

export const madeShop = (plan: ShopPlan): MadeShop => {
  const { id, names, nobodys = 0, facts = ['Web visits', 'E-mail opens'], people = [], frozen = [], times = 1 } = plan;
  const random = createRandom(id);
  const bell = () => random() + random() + random() - 1.5;
  const sizes = plan.sizes ?? names.map(() => Math.max(1, Math.round(600 / names.length)));
  const money = plan.money === undefined ? (segment: number) => 20 + 900 / (1 + segment) : plan.money;
  const rows = sizes.reduce((sum, size) => sum + size, nobodys);
  const labels = new Int32Array(rows).fill(-1);
  let filled = 0;
  sizes.forEach((size, label) => {
    labels.fill(label, filled, filled + size);
    filled += size;
  });

  const middles = names.map((_, i) => {
    const angle = (i * 2.399963) % (2 * Math.PI);
    const far = Math.sqrt((i + 0.5) / names.length) * 4;
    return [Math.cos(angle) * far, Math.sin(angle) * far] as const;
  });
  const map = [new Float64Array(rows), new Float64Array(rows)] as const;
  labels.forEach((label, row) => {
    const [x, y] = middles[label] ?? [bell() * 4, bell() * 4];
    map[0][row] = x + bell();
    map[1][row] = y + bell();
  });

  const featureOf = (key: string, unit: Unit): Feature => ({
    key,
    name: key.startsWith('column:') ? message('feature.column', { name: key.slice(7) }) : message(`feature.${key}`),
    unit,
    lineage: message('feature.column.from', { column: key, file: 'shop.csv' }),
    missing: 0,
  });
  const features = [
    ...(money === null
      ? []
      : [featureOf('daysSinceLastOrder', 'days'), featureOf('orders', 'count'), featureOf('totalSpent', 'money')]),
    ...facts.map((name) => featureOf(`column:${name}`, 'number')),
  ];
  const columns = new Map(
    features.map(({ key }, f): [string, Float64Array] => [
      key,
      Float64Array.from(labels, (label, row) => {
        const level = Math.max(0, 2 + Math.sin((label + 1) * (f + 1.7)) * 2 + bell() * 0.7);
        if (key === 'totalSpent') return money!(Math.max(0, label), random);
        if (key === 'daysSinceLastOrder') return Math.round(level * 90);
        if (key === 'orders') return 1 + Math.round(level * 3);
        // The map's own axes are facts, so that arrows have something to say.
        return f === features.length - 1 ? map[0][row]! * 10 + 60 : Math.round(level * 10);
      }),
    ]),
  );

  const spent = columns.get('totalSpent') ?? null;
  const revenue = spent === null ? null : spent.reduce((sum, one) => sum + one, 0) * times;
  const rowsOf = (label: number) => Array.from(labels.keys()).filter((row) => labels[row] === label);
  const segments = names.map((name, label): Segment => {
    const own = rowsOf(label);
    const of = (key: string) => Float64Array.from(own, (row) => columns.get(key)![row]!);
    const mine = spent === null ? null : own.reduce((sum, row) => sum + spent[row]!, 0) * times;
    return {
      id: id * 100 + label,
      label,
      name: message('segment.custom', { name }),
      color: label,
      frozen: frozen.includes(label),
      size: own.length * times,
      share: own.length / rows,
      revenue: mine,
      revenueShare: mine === null || revenue === null || revenue === 0 ? null : mine / revenue,
      why:
        spent === null
          ? message('segment.why.nothing')
          : message('segment.why.orders', {
              orders: medianOf(of('orders')),
              days: medianOf(of('daysSinceLastOrder')),
              spent: medianOf(of('totalSpent')),
              share: mine! / (revenue! || 1),
              asOf: '2025-11-29',
            }),
      action: message(label % 2 === 0 ? 'segment.action.away' : 'segment.action.buyOften'),
      silhouette: 0.5,
      profile: features.map(({ key }): ProfileCell => {
        const all = columns.get(key)!;
        const mean = meanOf(all);
        const deviation = Math.sqrt(meanOf(all.map((value) => (value - mean) ** 2))) || 1;
        const effect = (meanOf(of(key)) - mean) / deviation;
        return { feature: key, mean: meanOf(of(key)), median: medianOf(of(key)), effect, level: levelOf(effect) };
      }),
    };
  });

  const nearest = (label: number) =>
    segments
      .filter((other) => other.label !== label)
      .map((other) => ({
        other,
        distance: Math.hypot(
          middles[other.label]![0] - middles[label]![0],
          middles[other.label]![1] - middles[label]![1],
        ),
      }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 2);
  const segmentation: Segmentation = {
    id,
    createdAt: '2025-12-02T09:41:00.000Z',
    method: 'kmeans',
    k: names.length,
    asked: 'auto',
    seed: 1,
    prepareOptions: usualPreparation,
    silhouette: 0.5,
    customers: rows * times,
    asOf: money === null ? null : '2025-11-29',
    active: true,
    stale: false,
    snapshotId: id,
    treeId: id,
    features,
    preparation: features.map(({ key }) =>
      completePreparation({
        feature: key,
        transform: 'none',
        skewBefore: 0,
        skewAfter: 0,
        mean: meanOf(columns.get(key)!),
        deviation: 1,
        imputed: 0,
        median: medianOf(columns.get(key)!),
        used: true,
      }),
    ),
    inertia: 100,
    iterations: 9,
    scores: Array.from({ length: Math.max(1, Math.min(30, names.length + 4)) }, (_, i) => ({
      k: i + 1,
      inertia: 1000 / (i + 1),
      silhouette: i === 0 ? null : 0.25 + 0.3 * Math.exp(-(((i + 1 - names.length) / 3) ** 2)),
      smallestShare: 0.6 / (i + 1) ** 1.3,
      largestShare: 1 / (i + 1) ** 0.5,
    })),
    statisticalK: Math.max(1, names.length),
    reason: message('segment.custom', { name: 'Enough to treat differently, none too small to bother with.' }),
    statisticalReason: null,
    indices: [],
    engineVersion: '1',
    inputHash: '0'.repeat(64),
    revenue,
    orders: spent === null ? null : rows * 4 * times,
    structure: null,
    hasNeighbours: false,
    trust: {
      parts: names.map((_, i) => ({
        jaccard: 1 - (i % 4) * 0.2,
        band: bands[i % 4]!,
        recovered: 50 - (i % 4) * 12,
        dissolved: (i % 4) * 6,
      })),
      bootstraps: 50,
      rows,
      secondOpinion: null,
    },
    explanation: {
      features: features.map(({ key }) => ({ feature: key, between: 0.6 })),
      rules: {
        depth: 2,
        accuracy: 0.9,
        baseline: 0.3,
        heldOut: { accuracy: 0.88, folds: 5 },
        segments: segments.map(({ label, size }) => ({
          label,
          rules: [
            {
              conditions: [{ feature: features[0]!.key, from: 30, below: null, values: 'whole' as const }],
              customers: size,
              hits: size,
            },
          ],
          precision: 0.94,
          coverage: 0.91,
          heldOut: { precision: 0.93, coverage: 0.9 },
        })),
      },
      segments: segments.map(({ label, size, profile }) => ({
        label,
        center: profile.map(({ effect }) => effect),
        neighbours: nearest(label).map(({ other, distance }) => ({
          label: other.label,
          distance,
          differs: profile.slice(0, 2).map(({ feature, effect }) => ({ feature, difference: effect, share: 0.5 })),
        })),
        typical: rowsOf(label).slice(0, 3),
        borderline:
          names.length < 2
            ? []
            : rowsOf(label)
                .slice(-2)
                .map((row) => ({ row, label: (label + 1) % names.length, sureness: 0.1 })),
        certainty: { sure: size, fairlySure: 0, onTheEdge: names.length < 2 ? 0 : Math.min(2, size) },
      })),
    },
    segments: segments.sort((a, b) => b.size - a.size),
  };
  return {
    project: {
      path: `/gallery/${id}.tessera`,
      name: `Shop ${id}`,
      revision: 1,
      totals: {
        customers: rows * times,
        orders: rows * 4,
        orderLines: rows * 9,
        revenue,
        firstDay: '2023-12-01',
        lastDay: '2025-11-29',
      },
      activeSegmentationId: id,
      undo: null,
      redo: null,
    },
    segmentation,
    labels,
    columns,
    map,
    customers: Array.from(labels, (label, row) => ({
      id: row + 1,
      row,
      key: `C-${1000 + row}`,
      name: people.length === 0 ? `Customer ${row + 1}` : `${people[row % people.length]} ${row + 1}`,
      email: null,
      segmentId: segments.find((one) => one.label === label)?.id ?? null,
      values: features.map(({ key }) => columns.get(key)![row]!),
    })),
  };
};
