import { type FlowWeights, flowReasons, type ReasonFact } from '../../../shared/engine/explain/flow-reasons.ts';
import { medianOf } from '../../../shared/engine/prepare/median.ts';
import type { FlowReason } from '../../../shared/model/comparison.ts';
import { meansOf } from '../recipes/former-centers.ts';
import { walkBoth } from '../run-side.ts';
import type { Side } from './compared-side.ts';
import type { SameSegments } from './same-segments.ts';

/** More would be no reason but a list. */
const mostReasons = 3;
/** Less of all that speaks for going is not worth a sentence. */
const leastShare = 0.08;

interface CommonRows {
  /** Rows of the customers in common, the same customers in the same order. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

const commonRows = (earlier: Side, later: Side): CommonRows => {
  const rows = { before: new Int32Array(later.ids.length), after: new Int32Array(later.ids.length) };
  let count = 0;
  walkBoth(earlier.ids, later.ids, (before, after) => {
    if (before < 0 || after < 0) return;
    rows.before[count] = before;
    rows.after[count] = after;
    count += 1;
  });
  return { before: rows.before.subarray(0, count), after: rows.after.subarray(0, count) };
};

const pick = (values: Float64Array, rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
const median = (values: readonly number[]): number | null => {
  const there = Float64Array.from(values.filter((value) => !Number.isNaN(value)));
  return there.length === 0 ? null : medianOf(there);
};

const mean = (values: readonly number[]): number | null => {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
};

/** Medians of both, or their means where the medians do not differ. */
const figuresOf = (
  before: readonly number[] | null,
  after: readonly number[],
): Pick<FlowReason, 'before' | 'after' | 'average'> => {
  const middles = { before: before === null ? null : median(before), after: median(after) };
  if (before === null || middles.before !== middles.after) return { ...middles, average: false };
  return { before: mean(before), after: mean(after), average: true };
};

const factOf = (earlier: Side, later: Side, feature: string, rows: CommonRows): ReasonFact | null => {
  const after = later.prepared(feature);
  // A fact that only the earlier one has moved nobody in the later one.
  if (after === null) return null;
  const before = earlier.prepared(feature);
  const own = pick(after, rows.after);
  return {
    before: before === null ? own : pick(before, rows.before),
    after: own,
    middlesBefore:
      before === null
        ? meansOf(own, pickLabels(earlier, rows.before), earlier.k)
        : meansOf(before, earlier.labels, earlier.k),
    middlesAfter: meansOf(after, later.labels, later.k),
  };
};

const pickLabels = ({ labels }: Side, rows: Int32Array): Int32Array => Int32Array.from(rows, (row) => labels[row]!);

/** For each way from one segment to another, by its two labels, why customers went it. */
export const reasonsOfFlows = (
  earlier: Side,
  later: Side,
  { laterOf, earlierOf }: SameSegments,
  sameCustomers: boolean,
): ReadonlyMap<string, readonly FlowReason[]> => {
  const rows = commonRows(earlier, later);
  const before = pickLabels(earlier, rows.before);
  const after = pickLabels(later, rows.after);
  const features = later.snapshot.features.filter(({ key }) =>
    later.preparation.some((one) => one.used && one.feature === key),
  );
  const facts = features.map(({ key }) => factOf(earlier, later, key, rows));
  const used = features.flatMap((feature, at) => (facts[at] === null ? [] : [{ feature, fact: facts[at]! }]));
  const flows = flowReasons({
    ...{ before, after, beforeK: earlier.k, afterK: later.k, laterOf, earlierOf, sameCustomers },
    facts: used.map(({ fact }) => fact),
  });
  const members = membersByFlow(before, after, later.k);
  const tell = ({ from, to, weights, own }: FlowWeights): FlowReason[] => {
    const forIt = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
    const telling = used
      .map(({ feature }, at) => ({ feature, weight: weights[at]!, own: own[at]! }))
      .filter(({ weight }) => weight > 0 && weight >= leastShare * forIt)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostReasons);
    const those = members.of(from, to);
    const stayed = laterOf[from]! >= 0 ? members.of(from, laterOf[from]!) : null;
    return telling.map(({ feature: { key, name, unit }, weight, own: byOwn }) => {
      const then = earlier.raw(key);
      const now = later.raw(key)!;
      const others = stayed !== null && stayed.length > 0 ? stayed : members.from(from);
      return {
        kind: sameCustomers ? 'apart' : byOwn >= weight / 2 ? 'changed' : 'grown',
        feature: { key, name, unit },
        ...figuresOf(
          sameCustomers
            ? others.map((at) => now[rows.after[at]!]!)
            : then && those.map((at) => then[rows.before[at]!]!),
          those.map((at) => now[rows.after[at]!]!),
        ),
        share: forIt > 0 ? weight / forIt : 0,
      } as const;
    });
  };
  return new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, tell(flow)]));
};

/** Places among the customers in common, by where they were and are. */
const membersByFlow = (before: Int32Array, after: Int32Array, afterK: number) => {
  const lists = new Map<number, number[]>();
  before.forEach((from, at) => {
    const to = after[at]!;
    if (from < 0 || to < 0) return;
    const list = lists.get(from * afterK + to);
    if (list === undefined) lists.set(from * afterK + to, [at]);
    else list.push(at);
  });
  return {
    of: (from: number, to: number): readonly number[] => lists.get(from * afterK + to) ?? [],
    from: (from: number): readonly number[] =>
      Array.from({ length: afterK }, (_, to) => lists.get(from * afterK + to) ?? []).flat(),
  };
};
