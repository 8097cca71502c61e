import { AppError } from '../../../shared/errors.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { type Side, sideByKey } from '../compare/compared-side.ts';
import { flowCode } from '../compare/flow-codes.ts';
import { monthOf } from '../compare/months-view.ts';
import { movesBetween } from '../run-moves.ts';
import type { Answer, RefOf } from './setting.ts';

/** Where its customers stand among those in use, and how many of them are still there. */
const underOf = (
  db: Sqlite,
  side: Side,
  { key, segmentId }: RefOf<'month'>,
): Pick<Answer, 'under'> & { readonly there: number | null } => {
  const inUse = activeSegmentationOf(db);
  if (inUse === null) return { under: { what: 'nothing' }, there: null };
  if (inUse === key)
    return { under: segmentId === null ? { what: 'everybody' } : { what: 'segment', id: segmentId }, there: null };
  const later = sideByKey(db, inUse);
  const isMeant = (from: number | 'none' | 'absent') =>
    from !== 'absent' &&
    (segmentId === null || (typeof from === 'number' ? side.placeOf(from) : noSegmentId) === segmentId);
  const moves = movesBetween(side, later, mergedIdentities(db)).filter(
    ({ from, to }) => to !== 'absent' && isMeant(from),
  );
  return {
    under:
      moves.length === 0
        ? { what: 'nothing' }
        : { what: 'flows', a: key, b: inUse, codes: moves.map(({ from, to }) => flowCode(from, to, later)) },
    there: moves.reduce((sum, { customers }) => sum + customers, 0),
  };
};

/** How many customers a segment had at the end of a month, or all of them together, and what they had spent by then. */
export const ofMonth = (db: Sqlite, ref: RefOf<'month'>): Answer => {
  const { key, segmentId, figure } = ref;
  const side = sideByKey(db, key);
  const month = monthOf(side);
  const segment = month.segments.find(({ id }) => id === segmentId);
  if (segmentId !== null && segmentId !== noSegmentId && segment === undefined)
    throw new AppError('notFound', { what: 'segment', id: segmentId });
  const sumOfOthers = month.segments.reduce((sum, one) => sum + (one.revenue ?? 0), 0);
  const [customers, revenue] =
    segmentId === null
      ? [month.customers, month.revenue]
      : segment !== undefined
        ? [segment.size, segment.revenue]
        : [month.inNone, month.revenue === null ? null : month.revenue - sumOfOthers];
  const rows = Array.from(side.labels.keys()).filter((row) => {
    const place = side.placeOf(side.labels[row]!);
    return segmentId === null || (place === 'none' ? noSegmentId : place) === segmentId;
  });
  const spent = side.raw('totalSpent');
  const micros = rows.reduce((sum, row) => sum + Math.round((spent?.[row] || 0) * 1e6), 0);
  const { under, there } = underOf(db, side, ref);
  const isCount = figure === 'customers';
  return {
    value: isCount ? customers : revenue,
    unit: isCount ? 'customers' : 'money',
    recount: isCount ? rows.length : revenue === null ? null : micros / 1e6,
    recountedFrom: 'facts',
    customers: there ?? rows.length,
    told: {
      ...(segmentId === noSegmentId
        ? {}
        : { segment: side.view.segments.find(({ id }) => id === segmentId)?.name ?? null }),
      day: side.view.asOf,
      rebuilt: side.view.rebuilt ? 1 : 0,
    },
    under,
    asOf: side.view.asOf,
    firstDay: side.snapshot.totals.firstDay,
  };
};
