import { principalAxes } from '../../../src/shared/engine/embed/principal-axes.ts';
import { columnOf, matrixFromRows } from '../../../src/shared/engine/matrix.ts';
import { silent } from '../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../src/shared/engine/random.ts';
import type { Feature, Unit } from '../../../src/shared/model/feature.ts';
import { type Message, message } from '../../../src/shared/model/message.ts';
import { completePreparation, type Preparation, usualPreparation } from '../../../src/shared/model/preparation.ts';
import { type ReportComposition, reportCardSchema, templateOf } from '../../../src/shared/model/report.ts';
import type { ProfileCell, Segmentation } from '../../../src/shared/model/segmentation.ts';
import type { ComposedReport } from '../../../src/shared/report/blocks.ts';
import { composeReport } from '../../../src/shared/report/compose.ts';
import { renderHtml } from '../../../src/shared/report/html/report-page.ts';
import { makeMaterial } from '../../../src/shared/report/make-material.ts';
import type { ReportInput } from '../../../src/shared/report/report-input.ts';

/** A phrase that says its value and nothing else. */
export const told = (text: string): Message => message('feature.column', { name: text });

export interface Kind {
  readonly name: string;
  readonly why: string;
  readonly action: string;
  readonly size: number;
  /** Typical value of every fact. */
  readonly typical: readonly number[];
}

export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly unit: Unit;
}

export const shopKinds: readonly Kind[] = [
  {
    name: 'Bought once',
    why: 'One order, usually small, and nothing since: typically 210 days ago.',
    action: 'Send a second-order offer soon after the first; after half a year it rarely works.',
    size: 1480,
    typical: [210, 1.1, 260],
  },
  {
    name: 'Loyal regulars',
    why: 'Order about every two months and were here lately; typically 6 orders and 1,900 in all.',
    action: 'Keep them in the habit: reminders, new arrivals, no discounts needed.',
    size: 1120,
    typical: [28, 6, 1900],
  },
  {
    name: 'New customers',
    why: 'First order in the last weeks; one or two so far.',
    action: 'Welcome them and make the second order easy.',
    size: 780,
    typical: [19, 1.6, 330],
  },
  {
    name: 'Slipping away',
    why: 'Used to order every two months, silent for five now.',
    action: 'Ask what happened and offer a reason to come back this month.',
    size: 612,
    typical: [150, 4, 1400],
  },
  {
    name: 'Best customers',
    why: 'Order every three weeks and were here this month; typically 14 orders and 5,600 in all.',
    action: 'Send a thank-you and early access; do not discount.',
    size: 346,
    typical: [9, 14, 5600],
  },
];

export const shopFacts: readonly Fact[] = [
  { key: 'daysSinceLastOrder', name: 'Days since last order', unit: 'days' },
  { key: 'orders', name: 'Orders', unit: 'count' },
  { key: 'totalSpent', name: 'Total spent', unit: 'money' },
];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const levelOf = (effect: number): ProfileCell['level'] =>
  effect < -1 ? 'muchLower' : effect < -0.3 ? 'lower' : effect <= 0.3 ? 'same' : effect <= 1 ? 'higher' : 'muchHigher';

const features = (facts: readonly Fact[]): Feature[] =>
  facts.map(({ key, name, unit }) => ({
    key,
    name: key.startsWith('column:') ? told(name) : message(`feature.${key}`),
    unit,
    lineage: told(`From the column “${name}”.`),
    missing: 0,
  }));

/** A shop whose customers scatter around what is typical of their kind; figures are worked out from them. */
export const reportInput = (
  kinds: readonly Kind[] = shopKinds,
  facts: readonly Fact[] = shopFacts,
  more: Partial<ReportInput> = {},
): ReportInput => {
  const random = createRandom(3);
  const scatter = (value: number) =>
    Math.max(0, Math.round(value * Math.exp((random() + random() + random() - 1.5) * 1.1)));
  const labels = Int32Array.from(kinds.flatMap(({ size }, label) => Array<number>(size).fill(label)));
  const rows = Array.from(labels, (label) => kinds[label]!.typical.map(scatter));
  const columns = facts.map((_, j) => rows.map((row) => row[j]!));
  const preparation = facts.map(({ key }, j): Preparation => {
    const logs = columns[j]!.map(Math.log1p);
    const middle = mean(logs);
    const deviation = Math.sqrt(mean(logs.map((value) => (value - middle) ** 2)));
    return completePreparation({
      feature: key,
      transform: 'log1p',
      skewBefore: 3.1,
      skewAfter: 0.2,
      mean: middle,
      deviation,
      imputed: 0,
      median: median(columns[j]!),
      used: true,
    });
  });
  const scale = (value: number, { mean: middle, deviation }: Preparation) => (Math.log1p(value) - middle) / deviation;
  const prepared = matrixFromRows(rows.map((row) => row.map((value, j) => scale(value, preparation[j]!))));
  const { axes } = principalAxes({ matrix: prepared }, silent);
  const money = facts.findIndex(({ key }) => key === 'totalSpent');
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const revenue = money < 0 ? null : total(columns[money]!);
  const orders = facts.findIndex(({ key }) => key === 'orders');
  const segments = kinds.map(({ name, why, action, size }, label): Segmentation['segments'][number] => {
    const mine = rows.filter((_, row) => labels[row] === label);
    const brought = money < 0 ? null : total(mine.map((row) => row[money]!));
    return {
      id: label + 1,
      label,
      name: told(name),
      color: label,
      frozen: false,
      size,
      share: size / labels.length,
      revenue: brought,
      revenueShare: brought === null ? null : brought / revenue!,
      why: told(why),
      action: told(action),
      silhouette: 0.35,
      profile: facts.map(({ key }, j) => {
        const values = mine.map((row) => row[j]!);
        const effect = mean(values.map((value) => scale(value, preparation[j]!)));
        return { feature: key, mean: mean(values), median: median(values), effect, level: levelOf(effect) };
      }),
    };
  });
  const isShop = facts.some(({ key }) => key === 'daysSinceLastOrder');
  return {
    project: 'Harbour & Pine',
    sources: [
      { id: 1, file: 'till export 2024.csv', sheet: null, kind: isShop ? 'orderLines' : 'customers', rows: 41_909 },
    ],
    totals: {
      customers: labels.length,
      orders: orders < 0 ? null : total(columns[orders]!),
      orderLines: orders < 0 ? null : 39_884,
      revenue,
      firstDay: isShop ? '2023-12-01' : null,
      lastDay: isShop ? '2024-12-09' : null,
    },
    setAside: isShop
      ? [
          { reason: 'noCustomer', lines: 1350, money: 20_411.5, on: true },
          { reason: 'cancelled', lines: 605, money: -8120.2, on: true },
          { reason: 'notAboveZero', lines: 70, money: 0, on: false },
          { reason: 'unreadable', lines: 0, money: 0, on: true },
        ]
      : [],
    excluded: null,
    segmentation: {
      id: 1,
      createdAt: '2025-02-03T09:12:00.000Z',
      method: 'kmeans',
      k: kinds.length,
      asked: 'auto',
      seed: 1,
      prepareOptions: usualPreparation,
      silhouette: 0.3381,
      customers: labels.length,
      active: true,
      stale: false,
      snapshotId: 1,
      treeId: null,
      asOf: isShop ? '2024-12-09' : null,
      features: features(facts),
      preparation,
      inertia: 4210.73,
      iterations: 14,
      scores: [4, 5, 6, 7].map((k) => ({
        k,
        inertia: 22_000 / k,
        silhouette: 0.34 - Math.abs(5 - k) / 100,
        smallestShare: 0.08,
        largestShare: 0.34,
      })),
      statisticalK: 5,
      reason: told('Balanced and distinct.'),
      engineVersion: '1',
      inputHash: 'a3'.repeat(32),
      explanation: null,
      statisticalReason: null,
      indices: [],
      structure: null,
      trust: null,
      hasNeighbours: false,
      revenue,
      orders: orders < 0 ? null : total(columns[orders]!),
      segments: segments.sort((a, b) => b.size - a.size),
    },
    labels,
    map: [columnOf(axes, 0), columnOf(axes, Math.min(1, axes.columns - 1))],
    columns: facts.map(({ key }, j) => ({
      feature: key,
      raw: Float64Array.from(columns[j]!),
      prepared: columnOf(prepared, j),
    })),
    tree: null,
    flows: null,
    quality: null,
    customers: null,
    ...more,
  };
};

/** Every card there is; customers are listed where the material names them. */
const everything: ReportComposition = {
  ...templateOf('analyst'),
  cards: [...templateOf('analyst').cards, reportCardSchema.parse({ kind: 'customers', id: 'customers', named: true })],
};

const reader = { locale: 'en-GB', day: '2025-02-03' };

export const compose = (input: ReportInput, composition = everything): ComposedReport =>
  composeReport(composition, makeMaterial(input), reader);

/** The report as a web page. */
export const pageOf = (input: ReportInput, composition = everything): string => renderHtml(compose(input, composition));

/** A report of one card only. */
export const cardOf = (kind: string, more: object = {}): ReportComposition => ({
  paper: 'a4',
  cards: [reportCardSchema.parse({ kind, id: kind, ...more })],
});
