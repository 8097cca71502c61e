import type { Month, Months } from '../../../shared/model/comparison.ts';
import type { LabelMove } from '../../../shared/model/flow.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import { pastMonthsOf } from '../../store/repositories/past-months.ts';
import { segmentationById } from '../../store/repositories/segmentations.ts';
import { snapshotById } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { movesBetween } from '../run-moves.ts';
import { chainOfRuns, pastSide, runSide, type Side } from './compared-side.ts';
import { flowCode } from './flow-codes.ts';
import { monthEndsBefore, mostMonths } from './month-ends.ts';

/** Runs of different days, each as it was last made, and before them what was rebuilt; latest first. */
const sidesOf = (db: Sqlite): Side[] => {
  const sides: Side[] = [];
  const chain = [...chainOfRuns(db)];
  const isEarlier = (asOf: string | null) => {
    const last = sides.at(-1)?.view.asOf;
    return asOf !== null && (last === undefined || last === null || asOf < last);
  };
  for (const run of chain) if (isEarlier(run.asOf) && sides.length < mostMonths) sides.push(runSide(db, run));
  for (const run of chain)
    for (const past of pastMonthsOf(db, run.id).reverse())
      if (isEarlier(past.asOf) && sides.length < mostMonths) sides.push(pastSide(db, run, past));
  return sides;
};

/** One month as it stands beside the others; who came and left is told by the step to it. O(customers) */
export const monthOf = (side: Side): Month => {
  const { key, asOf, rebuilt, customers, segments } = side.view;
  const spent = side.spent();
  const revenue = new Map<number | 'none', number>();
  let all = 0;
  spent?.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const place = side.placeOf(side.labels[row]!);
    revenue.set(place, (revenue.get(place) ?? 0) + value);
    all += value;
  });
  return {
    ...{ key, asOf: asOf!, rebuilt, customers, arrived: 0, left: 0 },
    revenue: spent === null ? null : all,
    segments: segments.map(({ id, size }) => ({ id, size, revenue: spent === null ? null : (revenue.get(id) ?? 0) })),
    inNone: customers - segments.reduce((sum, { size }) => sum + size, 0),
  };
};

const stepBetween = (db: Sqlite, earlier: Side, later: Side): Months['steps'][number] => {
  const placeIn = (side: Side, place: LabelMove['from']) => (typeof place === 'string' ? place : side.placeOf(place));
  return movesBetween(earlier, later, mergedIdentities(db)).map((move) => ({
    ...move,
    from: placeIn(earlier, move.from),
    to: placeIn(later, move.to),
    code: flowCode(move.from, move.to, later),
  }));
};

/** Month ends that were not rebuilt yet and can be: the project has orders from then. */
export const rebuildableEnds = (db: Sqlite): string[] => {
  const active = activeSegmentationOf(db);
  const run = active === null ? null : segmentationById(db, active);
  const totals = run === null ? null : (snapshotById(db, run.snapshotId)?.totals ?? null);
  const [earliest, count] = ((sides) => [sides.at(-1)?.view.asOf ?? null, sides.length] as const)(sidesOf(db));
  if (earliest === null || totals === null || totals.firstDay === null || totals.orders === null) return [];
  return monthEndsBefore(earliest, totals.firstDay)
    .slice(0, Math.max(0, mostMonths - count))
    .reverse();
};

/** Segmentations over time, as they were made or rebuilt. O(customers × months). */
export const monthsView = (db: Sqlite): Months => {
  const sides = sidesOf(db).reverse();
  const steps = sides.slice(1).map((side, at) => stepBetween(db, sides[at]!, side));
  const sum = (step: Months['steps'][number], end: 'from' | 'to') =>
    step.reduce((all, move) => (move[end] === 'absent' ? all + move.customers : all), 0);
  const months = sides.map((side, at) => {
    const step = at === 0 ? [] : steps[at - 1]!;
    return { ...monthOf(side), arrived: sum(step, 'from'), left: sum(step, 'to') };
  });
  const segments = new Map(
    [...sides]
      .reverse()
      .flatMap(({ view }) => view.segments)
      .map(({ id, name, color }) => [id, { id, name, color }]),
  );
  const order = [...new Set([...sides].reverse().flatMap(({ view }) => view.segments.map(({ id }) => id)))];
  return { months, steps, segments: order.map((id) => segments.get(id)!), rebuildable: rebuildableEnds(db) };
};
