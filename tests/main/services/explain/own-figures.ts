import type { NumberRef } from '../../../../src/shared/model/number-origin.ts';
import type { Segmentation } from '../../../../src/shared/model/segmentation.ts';
import { readRowBits, writeRowBits } from '../../../../src/shared/table/row-bits.ts';
import { createTestJob, type TestShop } from '../test-shop.ts';

/** A customer as the customers' table shows it, in one run. */
interface Listed {
  readonly id: number;
  readonly segmentId: number | null;
  readonly values: readonly (number | null)[];
}

/** What a project's numbers can be worked out from without any code of the app: its customers, runs and tables as listed. */
export interface OwnFigures {
  readonly run: Segmentation;
  readonly refs: readonly NumberRef[];
  /** The number by this test's own reckoning; undefined for one that only its method can tell. */
  reckon(ref: NumberRef): number | null | undefined;
}

const everybody = async (shop: TestShop, segmentationId: number): Promise<Listed[]> => {
  const found: Listed[] = [];
  for (;;) {
    const { rows, total } = await shop.reader.customers.page({ offset: found.length, limit: 500, segmentationId });
    found.push(...rows);
    if (found.length >= total) return found;
  }
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
};

/** By definition: one more than how many are smaller, and half of how many more are equal. Quadratic, as this may be. */
const rankOf = (values: readonly number[], value: number): number => {
  const smaller = values.filter((one) => one < value).length;
  const equal = values.filter((one) => one === value).length;
  return smaller + (equal + 1) / 2;
};

const pearson = (one: readonly number[], other: readonly number[]): number => {
  const [a, b] = [mean(one), mean(other)];
  const top = sum(one.map((value, i) => (value - a) * (other[i]! - b)));
  const below = sum(one.map((value) => (value - a) ** 2)) * sum(other.map((value) => (value - b) ** 2));
  return below === 0 ? 0 : top / Math.sqrt(below);
};

/** So many facts are walked; what holds of these holds of all, which are counted by the same code. */
const mostFacts = 7;

/** Rows of some customers, as somebody might pick them one by one. */
export const rowsOfEveryThird = Array.from({ length: 40 }, (_, i) => 3 * i);
const few = [1, 4, 9];

const chosenFigures = (hasOrders: boolean) =>
  [...(['customers', 'share'] as const), ...(hasOrders ? (['revenue', 'revenueShare'] as const) : [])] as const;

/** Of several segments, of rows, and of a segment of one's own. */
const chosenRefs = async (shop: TestShop, { segments, orders }: Segmentation): Promise<NumberRef[]> => {
  const [own] = await shop.reader.selection.list(undefined);
  const whose = [
    { segmentIds: segments.slice(0, 2).map(({ id }) => id) },
    { among: writeRowBits(few) },
    { among: writeRowBits(Array.from({ length: 900 }, (_, row) => row)) },
    { ownId: own!.id },
  ];
  return whose.flatMap((who) =>
    chosenFigures(orders !== null).map((figure): NumberRef => ({ of: 'chosen', ...who, figure })),
  );
};

/** Of every month and every segment in it, and of who came and left. */
const monthRefs = async (shop: TestShop): Promise<NumberRef[]> => {
  const { months } = await shop.reader.compare.months(undefined);
  const figures = ['customers', 'revenue'] as const;
  return months.flatMap(({ key, segments }, at) => [
    ...[null, ...segments.map(({ id }) => id)].flatMap((segmentId) =>
      figures.map((figure): NumberRef => ({ of: 'month', key, segmentId, figure })),
    ),
    ...(at === 0
      ? []
      : (['onlyA', 'onlyB'] as const).map(
          (figure): NumberRef => ({ of: 'comparison', a: months[at - 1]!.key, b: key, figure }),
        )),
  ]);
};

const orderRefs = async (shop: TestShop): Promise<NumberRef[]> => {
  const { orders } = await shop.reader.customers.story({ row: 3 });
  return orders.flatMap(({ sourceId, number }) =>
    (['lines', 'amount'] as const).map((figure): NumberRef => ({ of: 'order', row: 3, sourceId, number, figure })),
  );
};

/** All references there are for a project with two runs, the second in use: of very many facts the first. */
const allRefs = async (shop: TestShop, runs: readonly [Segmentation, Segmentation]): Promise<NumberRef[]> => {
  const [before, run] = runs;
  const facts = run.preparation.slice(0, mostFacts).map(({ feature }) => feature);
  const lacking = run.features.filter(({ key, missing }) => missing > 0 && !facts.includes(key)).map(({ key }) => key);
  const comparison = await shop.reader.compare.runs({ a: before.id, b: run.id });
  const sides = { a: before.id, b: run.id };
  const tree = await shop.reader.tree.get({ leaves: 30 });
  const sources = await shop.reader.source.list(undefined);
  const aside = await shop.reader.source.setAside(undefined);
  const report = (await shop.reader.quality.last(undefined))!.report;
  const hasOrders = run.orders !== null;
  return [
    ...(hasOrders
      ? (['customers', 'orders', 'orderLines', 'revenue', 'firstDay', 'lastDay'] as const)
      : (['customers'] as const)
    ).map((figure): NumberRef => ({ of: 'total', figure })),
    ...(await chosenRefs(shop, run)),
    ...(hasOrders ? [...(await monthRefs(shop)), ...(await orderRefs(shop))] : []),
    ...(['segments', 'silhouette', 'structure', 'across', 'up'] as const).map(
      (figure): NumberRef => ({ of: 'run', figure }),
    ),
    ...before.scores.flatMap(({ k }) =>
      (['silhouette', 'smallestShare', 'largestShare'] as const).map(
        (figure): NumberRef => ({ of: 'sweep', k, figure, segmentationId: before.id }),
      ),
    ),
    ...run.segments.flatMap(({ id: segmentId }, at): NumberRef[] => [
      ...(
        [
          'size',
          'share',
          ...(hasOrders ? (['revenue', 'revenueShare', 'revenuePerCustomer'] as const) : []),
          'silhouette',
          // Each divides the customers fifty times.
          ...(at === 0 ? (['stability'] as const) : []),
        ] as const
      ).map((figure): NumberRef => ({ of: 'segment', segmentId, figure })),
      ...facts.flatMap((feature) =>
        (['mean', 'median', 'effect', 'missing'] as const).map(
          (figure): NumberRef => ({ of: 'segmentFeature', segmentId, feature, figure }),
        ),
      ),
    ]),
    ...[...facts, ...lacking].flatMap((feature) =>
      (['mean', 'least', 'quarter', 'median', 'threeQuarters', 'greatest', 'skewness', 'missing'] as const).map(
        (figure): NumberRef => ({ of: 'everyone', feature, figure }),
      ),
    ),
    ...facts.slice(1).map((feature, i): NumberRef => ({ of: 'correlation', feature, with: facts[i]! })),
    ...facts.map((feature): NumberRef => ({ of: 'customer', row: 3, feature })),
    { of: 'sureness', row: 5 },
    ...(
      [
        'common',
        'onlyA',
        'onlyB',
        'stayed',
        'stayedShare',
        'moved',
        ...(hasOrders ? (['movedRevenue', 'movedRevenueShare'] as const) : []),
        'randIndex',
        'mutualInformation',
      ] as const
    ).map((figure): NumberRef => ({ of: 'comparison', ...sides, figure })),
    ...comparison.flows.flatMap(({ code, from, to }) =>
      (
        [
          'customers',
          ...(hasOrders ? (['revenue'] as const) : []),
          ...(hasOrders && from !== 'absent' && to !== 'absent' ? (['revenueShare'] as const) : []),
        ] as const
      ).map((figure): NumberRef => ({ of: 'flow', ...sides, code, figure })),
    ),
    ...comparison.pairs.flatMap(({ a, b }): NumberRef[] =>
      a === null || b === null ? [] : [{ of: 'pair', ...sides, one: a, other: b }],
    ),
    ...(tree === null ? [] : [2, 3, 4, 5, 6, 7].map((k): NumberRef => ({ of: 'cut', treeId: tree.id, k }))),
    { of: 'rows', sourceId: null },
    ...sources.map(({ id }): NumberRef => ({ of: 'rows', sourceId: id })),
    ...[null, ...new Set(aside.map(({ reason }) => reason))].flatMap((reason): NumberRef[] => [
      { of: 'aside', reason, figure: 'lines' },
      { of: 'aside', reason, figure: 'money' },
    ]),
    { of: 'quality', part: null },
    ...report.parts.map(({ part }): NumberRef => ({ of: 'quality', part })),
  ];
};

/** Works a project's numbers out once more from what its tables list: sums, ranks and counts as a person would do them. */
export const ownFigures = async (shop: TestShop, runs: readonly [Segmentation, Segmentation]): Promise<OwnFigures> => {
  const [before, run] = runs;
  const [then, now] = [await everybody(shop, before.id), await everybody(shop, run.id)];
  const refs = await allRefs(shop, runs);
  const comparison = await shop.reader.compare.runs({ a: before.id, b: run.id });
  const { totals } = (await shop.reader.project.info(undefined))!;
  const aside = await shop.reader.source.setAside(undefined);
  const sources = await shop.reader.source.list(undefined);
  const report = (await shop.reader.quality.last(undefined))!.report;
  const tree = await shop.reader.tree.get({ leaves: 30 });
  const { months } = await shop.reader.compare.months(undefined);
  const { orders } = await shop.reader.customers.story({ row: 3 });

  const at = (key: string) => run.features.findIndex((feature) => feature.key === key);
  const members = (segmentId: number) => now.filter((one) => one.segmentId === segmentId);
  const known = (all: readonly Listed[], key: string) =>
    all.flatMap(({ values }) => (values[at(key)] == null ? [] : [values[at(key)]!]));
  const spent = (all: readonly Listed[]) => sum(known(all, 'totalSpent'));

  const placeBefore = new Map(then.map(({ id, segmentId }) => [id, segmentId]));
  const walked = now.map((one) => ({ one, from: placeBefore.has(one.id) ? placeBefore.get(one.id) : 'absent' }));
  const both = walked.filter(({ from }) => from !== 'absent');
  const sameAs = new Map(comparison.pairs.map(({ a, b }) => [a, b]));
  const stayers = both.filter(({ one, from }) =>
    from === null ? one.segmentId === null : sameAs.get(from as number) === one.segmentId,
  );
  const movers = both.filter((walker) => !stayers.includes(walker));
  const listed = (walkers: typeof walked) => walkers.map(({ one }) => one);

  /** Agreement of every two customers, one pair after the other. */
  const pairCounts = () => {
    let [together, onlyBefore, onlyNow, apart] = [0, 0, 0, 0];
    for (let i = 0; i < both.length; i += 1)
      for (let j = 0; j < i; j += 1) {
        const wasOne = both[i]!.from === both[j]!.from;
        const isOne = both[i]!.one.segmentId === both[j]!.one.segmentId;
        if (wasOne && isOne) together += 1;
        else if (wasOne) onlyBefore += 1;
        else if (isOne) onlyNow += 1;
        else apart += 1;
      }
    const expected = ((together + onlyBefore) * (together + onlyNow)) / (together + onlyBefore + onlyNow + apart);
    return (together - expected) / ((2 * together + onlyBefore + onlyNow) / 2 - expected);
  };

  const everyoneOf = (key: string, figure: Extract<NumberRef, { of: 'everyone' }>['figure']): number => {
    const values = known(now, key);
    switch (figure) {
      case 'mean':
        return mean(values);
      case 'missing':
        return (now.length - values.length) / now.length;
      case 'skewness': {
        const middle = mean(values);
        const second = mean(values.map((value) => (value - middle) ** 2));
        return second === 0 ? 0 : mean(values.map((value) => (value - middle) ** 3)) / second ** 1.5;
      }
      default:
        return quantile(values, { least: 0, quarter: 0.25, median: 0.5, threeQuarters: 0.75, greatest: 1 }[figure]);
    }
  };

  const reckon = (ref: NumberRef): number | null | undefined => {
    switch (ref.of) {
      case 'total':
        return ref.figure === 'customers'
          ? now.length
          : ref.figure === 'revenue'
            ? spent(now)
            : ref.figure === 'orders'
              ? sum(known(now, 'orders'))
              : ref.figure === 'orderLines'
                ? totals!.orderLines
                : Date.parse(totals![ref.figure]!) / 86_400_000;
      case 'run':
        return ref.figure === 'segments' ? new Set(now.flatMap(({ segmentId }) => segmentId ?? [])).size : undefined;
      case 'sweep': {
        if (ref.k !== before.k || ref.figure === 'silhouette') return undefined;
        const sizes = before.segments.map(({ id }) => then.filter(({ segmentId }) => segmentId === id).length);
        return (ref.figure === 'smallestShare' ? Math.min(...sizes) : Math.max(...sizes)) / then.length;
      }
      case 'segment': {
        const mine = members(ref.segmentId);
        switch (ref.figure) {
          case 'size':
            return mine.length;
          case 'share':
            return mine.length / now.length;
          case 'revenue':
            return spent(mine);
          case 'revenueShare':
            return spent(mine) / spent(now);
          case 'revenuePerCustomer':
            return spent(mine) / mine.length;
          default:
            return undefined;
        }
      }
      case 'chosen': {
        const mine =
          ref.segmentIds !== undefined
            ? ref.segmentIds.flatMap(members)
            : (ref.among !== undefined ? [...readRowBits(ref.among)] : rowsOfEveryThird).map((row) => now[row]!);
        switch (ref.figure) {
          case 'customers':
            return mine.length;
          case 'share':
            return mine.length / now.length;
          case 'revenue':
            return spent(mine);
          case 'revenueShare':
            return spent(mine) / spent(now);
        }
        break;
      }
      case 'month': {
        const month = months.find(({ key }) => key === ref.key)!;
        const shown = ref.segmentId === null ? month : month.segments.find(({ id }) => id === ref.segmentId)!;
        if (ref.key !== run.id)
          return ref.figure === 'revenue' ? shown.revenue : 'size' in shown ? shown.size : shown.customers;
        const mine = ref.segmentId === null ? now : members(ref.segmentId);
        return ref.figure === 'customers' ? mine.length : spent(mine);
      }
      case 'order': {
        const order = orders.find(({ sourceId, number }) => sourceId === ref.sourceId && number === ref.number)!;
        return ref.figure === 'lines' ? order.lines : order.amount;
      }
      case 'segmentFeature': {
        const [mine, values] = [members(ref.segmentId), known(members(ref.segmentId), ref.feature)];
        if (ref.figure === 'missing') return (mine.length - values.length) / mine.length;
        if (ref.figure !== 'effect') return ref.figure === 'mean' ? mean(values) : quantile(values, 0.5);
        const done = run.preparation.find(({ feature }) => feature === ref.feature)!;
        if (!done.used || done.transform === 'yeoJohnson' || done.cap !== null) return undefined;
        // Centre and scale cancel out of a difference in deviations; only the logarithm and the fill matter.
        const ready = (one: Listed) => {
          const value = one.values[at(ref.feature)] ?? done.fill;
          return done.transform === 'log1p' ? Math.log1p(value) : value;
        };
        const all = now.map(ready);
        const deviation = Math.sqrt(mean(all.map((value) => (value - mean(all)) ** 2)));
        return deviation === 0 ? 0 : (mean(mine.map(ready)) - mean(all)) / deviation;
      }
      case 'everyone':
        return everyoneOf(ref.feature, ref.figure);
      case 'correlation': {
        const pairs = now.flatMap(({ values }) => {
          const [x, y] = [values[at(ref.feature)], values[at(ref.with)]];
          return x == null || y == null ? [] : [[x, y] as const];
        });
        const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        return pearson(
          xs.map((x) => rankOf(xs, x)),
          ys.map((y) => rankOf(ys, y)),
        );
      }
      case 'customer':
        return now[ref.row]!.values[at(ref.feature)] ?? null;
      case 'sureness':
        return undefined;
      case 'comparison': {
        const at = months.findIndex(({ key }) => key === ref.b);
        if (ref.a !== before.id)
          return ref.figure === 'onlyB' ? months[at]!.arrived : ref.figure === 'onlyA' ? months[at]!.left : undefined;
        switch (ref.figure) {
          case 'common':
            return both.length;
          case 'onlyA':
            return then.length - both.length;
          case 'onlyB':
            return now.length - both.length;
          case 'stayed':
            return stayers.length;
          case 'stayedShare':
            return stayers.length / both.length;
          case 'moved':
            return movers.length;
          case 'movedRevenue':
            return spent(listed(movers));
          case 'movedRevenueShare':
            return spent(listed(movers)) / spent(listed(both));
          case 'randIndex':
            return pairCounts();
          case 'mutualInformation':
            return undefined;
        }
        break;
      }
      case 'flow': {
        const flow = comparison.flows.find(({ code }) => code === ref.code)!;
        const mine = walked.filter(
          ({ one, from }) => (from ?? 'none') === flow.from && (one.segmentId ?? 'none') === flow.to,
        );
        if (flow.to === 'absent') return undefined;
        const revenue = spent(listed(mine));
        return ref.figure === 'customers'
          ? mine.length
          : ref.figure === 'revenue'
            ? revenue
            : revenue / spent(listed(both));
      }
      case 'pair': {
        const inBoth = both.filter(({ one, from }) => from === ref.one && one.segmentId === ref.other).length;
        const inEither = both.filter(({ one, from }) => from === ref.one || one.segmentId === ref.other).length;
        return inBoth / inEither;
      }
      case 'cut':
        return tree!.cutHeights[ref.k - 1];
      case 'rows':
        return sum(sources.filter(({ id }) => ref.sourceId === null || id === ref.sourceId).map(({ rows }) => rows));
      case 'aside': {
        const meant = aside.filter(({ reason, on }) => (ref.reason === null ? on : reason === ref.reason));
        return sum(meant.map((one) => one[ref.figure]));
      }
      case 'quality':
        return ref.part === null ? report.score : report.parts.find(({ part }) => part === ref.part)!.score;
    }
    return undefined;
  };
  return { run, refs, reckon };
};

/** Counts a number again: at once where that was done, else as a job. */
export const recounted = async (
  shop: TestShop,
  ref: NumberRef,
): Promise<{ value: number | null; recount: number | null; tolerance: number; countable: boolean }> => {
  const { value, recount, countable } = await shop.reader.explain.number({ of: ref });
  if (recount !== null || !countable) return { value, recount, tolerance: 1e-9, countable };
  const found = await shop.writer.explain.recount({ of: ref }, createTestJob());
  return { value, recount: found.value, tolerance: found.tolerance, countable };
};
