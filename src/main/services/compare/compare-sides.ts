import { adjustedMutualInformation } from '../../../shared/engine/validate/adjusted-mutual-information.ts';
import { adjustedRandIndex } from '../../../shared/engine/validate/adjusted-rand-index.ts';
import type { Comparison, SideDifference } from '../../../shared/model/comparison.ts';
import type { LabelMove } from '../../../shared/model/flow.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { movesBetween } from '../run-moves.ts';
import { labelsInCommon } from '../run-side.ts';
import type { Side } from './compared-side.ts';
import { flowCode } from './flow-codes.ts';
import { reasonsOfFlows } from './reasons-of-flows.ts';
import { type SameSegments, sameSegments } from './same-segments.ts';

/** A fact's transform and weight; its limits and scale follow from the customers. */
const wayOf = (side: Side, feature: string): string | null => {
  const how = side.preparation.find((one) => one.feature === feature);
  return how?.used ? JSON.stringify([how.transform, how.weight ?? 1]) : null;
};

const differencesOf = (a: Side, b: Side): SideDifference[] => {
  const features = new Map([...a.snapshot.features, ...b.snapshot.features].map((feature) => [feature.key, feature]));
  return [...features.values()].flatMap(({ key, name, unit }): SideDifference[] => {
    const feature = { key, name, unit };
    const [inA, inB] = [wayOf(a, key), wayOf(b, key)];
    if (inA === inB) return [];
    return [{ kind: inB === null ? 'onlyA' : inA === null ? 'onlyB' : 'prepared', feature }];
  });
};

const pairsOf = (a: Side, b: Side, same: SameSegments): Comparison['pairs'] => {
  const idOf = (side: Side, label: number) => {
    const place = side.placeOf(label);
    return place === 'none' ? null : place;
  };
  const ofA = Array.from(same.laterOf, (other, label) => ({
    a: idOf(a, label),
    b: other < 0 ? null : idOf(b, other),
    jaccard: other < 0 ? 0 : same.jaccard(label, other),
  }));
  const onlyB = Array.from(same.earlierOf).flatMap((one, label) =>
    one < 0 ? [{ a: null, b: idOf(b, label), jaccard: 0 }] : [],
  );
  const orderA = new Map(a.view.segments.map(({ id }, at) => [id, at]));
  return [...ofA, ...onlyB]
    .filter((pair) => pair.a !== null || pair.b !== null)
    .sort((x, y) => (orderA.get(x.a ?? -1) ?? 1e9) - (orderA.get(y.a ?? -1) ?? 1e9));
};

const sumOf = <One>(all: readonly One[], value: (one: One) => number): number =>
  all.reduce((sum, one) => sum + value(one), 0);

/**
 * Two segmentations side by side: who went where and why, and how far they agree. Customers are the project's, so that
 * the two may be about different months. O(customers × facts).
 */
export const compareSides = (db: Sqlite, a: Side, b: Side): Comparison => {
  const same = sameSegments(a, b);
  const sameCustomers = a.snapshot.id === b.snapshot.id;
  const common = labelsInCommon(a, b);
  const reasons = reasonsOfFlows(a, b, same, sameCustomers);
  const placeIn = (side: Side, place: LabelMove['from']) => (typeof place === 'string' ? place : side.placeOf(place));
  const flows = movesBetween(a, b, mergedIdentities(db)).map(({ from, to, customers, revenue }) => ({
    from: placeIn(a, from),
    to: placeIn(b, to),
    customers,
    revenue,
    code: flowCode(from, to, b),
    stayed: (from === 'none' && to === 'none') || (typeof from === 'number' && same.laterOf[from] === to),
    reasons: [...(reasons.get(`${from} ${to}`) ?? [])],
  }));
  const inBoth = flows.filter(({ from, to }) => from !== 'absent' && to !== 'absent');
  const moved = inBoth.filter(({ stayed }) => !stayed);
  const revenueOf = (chosen: typeof flows): number | null =>
    chosen.some(({ revenue }) => revenue === null) ? null : sumOf(chosen, ({ revenue }) => revenue!);
  return {
    a: a.view,
    b: b.view,
    sameCustomers,
    common: common.later.length,
    onlyA: sumOf(
      flows.filter(({ to }) => to === 'absent'),
      ({ customers }) => customers,
    ),
    onlyB: sumOf(
      flows.filter(({ from }) => from === 'absent'),
      ({ customers }) => customers,
    ),
    flows,
    pairs: pairsOf(a, b, same),
    agreement: {
      stayed: sumOf(
        inBoth.filter(({ stayed }) => stayed),
        ({ customers }) => customers,
      ),
      adjustedRandIndex: adjustedRandIndex(common.earlier, common.later),
      adjustedMutualInformation: adjustedMutualInformation(common.earlier, common.later),
    },
    moved: { customers: sumOf(moved, ({ customers }) => customers), revenue: revenueOf(moved) },
    revenue: revenueOf(inBoth),
    differences: differencesOf(a, b),
  };
};
