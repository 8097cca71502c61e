import { AppError } from '../../../shared/errors.ts';
import type { Comparison, SideKey } from '../../../shared/model/comparison.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { revisionOf } from '../../store/repositories/meta.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { compareSides } from '../compare/compare-sides.ts';
import { type Side, sideByKey } from '../compare/compared-side.ts';
import { informationOfOverlaps, randIndexOfPairs } from './plain-figures.ts';
import { type Answer, input, type RefOf } from './setting.ts';

type Place = number | 'none' | 'absent';

/** One customer of either side: where it is in both, and what it has spent. */
interface Walker {
  readonly from: Place;
  readonly to: Place;
  readonly spent: number;
}

interface Compared {
  readonly comparison: Comparison;
  /** Everybody, customer by customer: what sums were made of, to make them once more. */
  readonly customers: readonly Walker[];
}

/** Customers one by one, found in the other segmentation by their number. O(customers). */
const everybodyOf = (db: Sqlite, a: Side, b: Side): Walker[] => {
  const gone = mergedIdentities(db);
  const rowsOfB = new Map(Array.from(b.ids, (id, row) => [id, row]));
  const [before, now] = [a.spent(), b.spent()];
  const inA = Array.from(a.ids, (id, row): Walker | null => {
    const other = rowsOfB.get(id);
    rowsOfB.delete(id);
    const from = a.placeOf(a.labels[row]!);
    if (other !== undefined) return { from, to: b.placeOf(b.labels[other]!), spent: now?.[other] ?? Number.NaN };
    return gone.has(id) ? null : { from, to: 'absent', spent: before?.[row] ?? Number.NaN };
  });
  const onlyB = Array.from(
    rowsOfB.values(),
    (row): Walker => ({
      from: 'absent',
      to: b.placeOf(b.labels[row]!),
      spent: now?.[row] ?? Number.NaN,
    }),
  );
  return [...inA.filter((one) => one !== null), ...onlyB];
};

/** The last comparison that was asked about; a card asks about several of its numbers in turn. */
const last = new WeakMap<Sqlite, { readonly key: string; readonly compared: Compared }>();

const compare = (db: Sqlite, a: SideKey, b: SideKey): Compared => {
  const key = JSON.stringify([revisionOf(db), a, b]);
  const known = last.get(db);
  if (known?.key === key) return known.compared;
  const [one, other] = [sideByKey(db, a), sideByKey(db, b)];
  const compared = { comparison: compareSides(db, one, other), customers: everybodyOf(db, one, other) };
  last.set(db, { key, compared });
  return compared;
};

const sumOf = (customers: readonly Walker[]): number =>
  customers.reduce((sum, { spent }) => (Number.isNaN(spent) ? sum : sum + spent), 0);

/** Whole numbers for places, the same for the same place. */
const numbered = (places: readonly Place[]): Int32Array => {
  const numbers = new Map<Place, number>();
  return Int32Array.from(places, (place) => {
    if (!numbers.has(place)) numbers.set(place, numbers.size);
    return numbers.get(place)!;
  });
};

/** Every overlap of every two parts is gone through: beyond this it would keep somebody waiting. */
const overlapsAtMost = 3_000_000;

const overlapsOf = (one: Int32Array, other: Int32Array): number =>
  (Math.max(0, ...one) + 1) * (Math.max(0, ...other) + 1) * one.length;

/** How far two segmentations agree, and what differs. */
export const ofComparison = (db: Sqlite, { a, b, figure }: RefOf<'comparison'>): Answer => {
  const { comparison, customers } = compare(db, a, b);
  const { agreement, common, moved, revenue, flows, pairs } = comparison;
  const same = new Map(pairs.filter((pair) => pair.a !== null && pair.b !== null).map((pair) => [pair.a, pair.b]));
  const both = customers.filter(({ from, to }) => from !== 'absent' && to !== 'absent');
  const isStaying = ({ from, to }: Walker) =>
    (from === 'none' && to === 'none') || (typeof from === 'number' && same.get(from) === to);
  const stayers = both.filter(isStaying);
  const movers = both.filter((one) => !isStaying(one));
  const of = (other: typeof figure): NumberRef => ({ of: 'comparison', a, b, figure: other });
  const codesOf = (isMeant: (flow: Comparison['flows'][number]) => boolean) => ({
    what: 'flows' as const,
    ...{ a, b },
    codes: flows.filter(isMeant).map(({ code }) => code),
  });
  const inBoth = codesOf(({ from, to }) => from !== 'absent' && to !== 'absent');
  const moving = codesOf(({ from, to, stayed }) => !stayed && from !== 'absent' && to !== 'absent');
  const base = { recountedFrom: 'facts' as const, customers: both.length, under: inBoth };
  const commonInput = input('inBoth', common, 'customers', of('common'));
  const places = () => [numbered(both.map(({ from }) => from)), numbered(both.map(({ to }) => to))] as const;
  switch (figure) {
    case 'common':
      return { ...base, value: common, unit: 'customers', recount: both.length };
    case 'onlyA':
      return {
        ...base,
        ...{ value: comparison.onlyA, unit: 'customers', customers: comparison.onlyA },
        recount: customers.filter(({ to }) => to === 'absent').length,
        under: { what: 'nothing' },
      };
    case 'onlyB':
      return {
        ...base,
        ...{ value: comparison.onlyB, unit: 'customers', customers: comparison.onlyB },
        recount: customers.filter(({ from }) => from === 'absent').length,
        under: codesOf(({ from }) => from === 'absent'),
      };
    case 'stayed':
    case 'stayedShare': {
      const isShare = figure === 'stayedShare';
      const per = isShare ? Math.max(1, common) : 1;
      return {
        ...base,
        ...{ value: agreement.stayed / per, unit: isShare ? 'share' : 'customers', recount: stayers.length / per },
        customers: stayers.length,
        under: codesOf(({ stayed }) => stayed),
        inputs: isShare ? [input('stayed', agreement.stayed, 'customers', of('stayed')), commonInput] : [commonInput],
      };
    }
    case 'moved':
      return {
        ...base,
        ...{ value: moved.customers, unit: 'customers', recount: movers.length },
        ...{ customers: movers.length, under: moving, inputs: [commonInput] },
      };
    case 'movedRevenue':
    case 'movedRevenueShare': {
      const isKnown = moved.revenue !== null && revenue !== null && revenue > 0;
      const isShare = figure === 'movedRevenueShare';
      const value = !isKnown ? null : isShare ? moved.revenue! / revenue : moved.revenue;
      return {
        ...base,
        ...{ value, unit: isShare ? 'share' : 'money', customers: movers.length, under: moving },
        recount: !isKnown ? null : isShare ? sumOf(movers) / sumOf(both) : sumOf(movers),
        inputs: isShare
          ? [
              input('movedRevenue', moved.revenue, 'money', of('movedRevenue')),
              input('commonRevenue', revenue, 'money'),
            ]
          : [input('moved', moved.customers, 'customers', of('moved'))],
      };
    }
    case 'randIndex':
      return {
        ...base,
        ...{ value: agreement.adjustedRandIndex, unit: 'score', recount: randIndexOfPairs(...places()) },
        inputs: [commonInput],
      };
    case 'mutualInformation': {
      const [one, other] = places();
      return {
        ...base,
        ...{ value: agreement.adjustedMutualInformation, unit: 'score' },
        recount: overlapsOf(one, other) > overlapsAtMost ? null : informationOfOverlaps(one, other),
        inputs: [commonInput],
      };
    }
  }
};

const nameIn = ({ segments }: Comparison['a'], place: Place) => segments.find(({ id }) => id === place)?.name ?? null;

/** Customers who are in one place on one side and in another on the other. */
export const ofFlow = (db: Sqlite, { a, b, code, figure }: RefOf<'flow'>): Answer => {
  const { comparison, customers } = compare(db, a, b);
  const flow = comparison.flows.find((one) => one.code === code);
  if (flow === undefined) throw new AppError('notFound', { what: 'flow', id: code });
  const mine = customers.filter(({ from, to }) => from === flow.from && to === flow.to);
  const isBoth = flow.from !== 'absent' && flow.to !== 'absent';
  const all = isBoth ? comparison.revenue : null;
  const told = {
    fromKind: typeof flow.from === 'number' ? 'segment' : flow.from,
    toKind: typeof flow.to === 'number' ? 'segment' : flow.to,
    from: nameIn(comparison.a, flow.from),
    to: nameIn(comparison.b, flow.to),
  };
  const base = {
    recountedFrom: 'facts' as const,
    customers: flow.customers,
    told,
    under: flow.to === 'absent' ? { what: 'nothing' as const } : { what: 'flows' as const, a, b, codes: [code] },
  };
  const of = (other: typeof figure): NumberRef => ({ of: 'flow', a, b, code, figure: other });
  switch (figure) {
    case 'customers':
      return { ...base, value: flow.customers, unit: 'customers', recount: mine.length };
    case 'revenue':
      return {
        ...base,
        ...{ value: flow.revenue, unit: 'money', recount: flow.revenue === null ? null : sumOf(mine) },
        inputs: [input('size', flow.customers, 'customers', of('customers'))],
      };
    case 'revenueShare': {
      const isKnown = flow.revenue !== null && all !== null && all > 0;
      const both = customers.filter(({ from, to }) => from !== 'absent' && to !== 'absent');
      return {
        ...base,
        ...{ value: isKnown ? flow.revenue! / all : null, unit: 'share' },
        recount: isKnown ? sumOf(mine) / sumOf(both) : null,
        inputs: [input('flowRevenue', flow.revenue, 'money', of('revenue')), input('commonRevenue', all, 'money')],
      };
    }
  }
};

/** How much two segments that are held for the same have in common. */
export const ofPair = (db: Sqlite, { a, b, one, other }: RefOf<'pair'>): Answer => {
  const { comparison, customers } = compare(db, a, b);
  const pair = comparison.pairs.find((found) => found.a === one && found.b === other);
  if (pair === undefined) throw new AppError('notFound', { what: 'pair', id: one });
  const there = customers.filter(({ from, to }) => from !== 'absent' && to !== 'absent');
  const inBoth = there.filter(({ from, to }) => from === one && to === other).length;
  const inEither = there.filter(({ from, to }) => from === one || to === other).length;
  const codes = comparison.flows.filter(({ from, to }) => from === one && to === other).map(({ code }) => code);
  return {
    value: pair.jaccard,
    unit: 'share',
    recount: inEither === 0 ? 0 : inBoth / inEither,
    recountedFrom: 'facts',
    customers: inBoth,
    told: { from: nameIn(comparison.a, one), to: nameIn(comparison.b, other) },
    under: codes.length === 0 ? { what: 'nothing' } : { what: 'flows', a, b, codes },
    inputs: [input('inBoth', inBoth, 'customers'), input('inEither', inEither, 'customers')],
  };
};
