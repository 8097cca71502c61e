import type { Who } from '../../../shared/model/own-segment.ts';
import { readRowBits } from '../../../shared/table/row-bits.ts';
import { ownSegmentById } from '../../store/repositories/own-segments.ts';
import { chosenRows } from '../chosen-customers.ts';
import { figuresOfCustomer } from './customer-figures.ts';
import { rowsOfSegment, segmentOf, spentBy } from './run-figures.ts';
import { type Answer, input, type RefOf, type Setting, theRun } from './setting.ts';

/** More names than this are no help. */
const mostNamed = 12;
/** Of so many customers the rows of the files are read one after the other. */
const mostFromRows = 200;

const whoOf = ({ segmentIds, among, ownId }: RefOf<'chosen'>, segmentationId: number): Who => ({
  segmentationId,
  ...(segmentIds === undefined ? {} : { segmentIds }),
  ...(among === undefined ? {} : { rows: [...readRowBits(among)] }),
  ...(ownId === undefined ? {} : { ownId }),
});

/** What their own order rows say that they spent; null where those say something else by now, or would take long. */
const spentByRows = ({ db, table, isCurrent }: Setting, rows: Int32Array): number | null =>
  isCurrent && table.snapshot.totals.orders !== null && rows.length <= mostFromRows
    ? rows.reduce((sum, row) => sum + figuresOfCustomer(db, table.ids[row]!).spent, 0)
    : null;

const toldOf = ({ db }: Setting, { segmentIds, ownId }: RefOf<'chosen'>, run: ReturnType<typeof theRun>) => {
  if (ownId !== undefined) return { kind: 'own', own: ownSegmentById(db, ownId)?.name ?? null };
  if (segmentIds === undefined) return { kind: 'rows' };
  const named = run.segments.filter(({ id }) => segmentIds.includes(id)).slice(0, mostNamed);
  return {
    kind: 'segments',
    count: segmentIds.length,
    ...Object.fromEntries(named.map(({ name }, at) => [`segment${at}`, name])),
  };
};

/** A figure of some customers together. Of whole segments it is made from theirs, and counted anew customer by customer. */
export const ofChosen = (setting: Setting, ref: RefOf<'chosen'>): Answer => {
  const { db, table } = setting;
  const run = theRun(setting);
  const { segmentIds, among, ownId, figure, segmentationId } = ref;
  const { rows } = chosenRows(db, whoOf(ref, run.id));
  const segments = segmentIds === undefined ? null : [...new Set(segmentIds)].map((id) => segmentOf(run, id));
  const size = segments === null ? rows.length : segments.reduce((sum, one) => sum + one.size, 0);
  const again =
    segmentIds === undefined
      ? rows.length
      : [...new Set(segmentIds)].reduce((sum, id) => sum + rowsOfSegment(table, id).length, 0);
  const spent = spentBy(table, rows);
  const fromSegments = segments?.some(({ revenue }) => revenue === null)
    ? null
    : segments?.reduce((sum, one) => sum + one.revenue!, 0);
  const revenue = fromSegments ?? spent;
  const fromRows = spentByRows(setting, rows);
  const recounted = fromRows ?? spent;
  const all = run.revenue !== null && run.revenue > 0 ? run.revenue : null;
  const others = { ...ref, of: 'chosen' as const };
  const chosenInput = input('chosen', size, 'customers', { ...others, figure: 'customers' });
  const base = {
    customers: rows.length,
    told: toldOf(setting, ref, run),
    under: {
      what: 'chosen' as const,
      ...(segmentIds === undefined ? {} : { segmentIds }),
      ...(among === undefined ? {} : { among }),
      ...(ownId === undefined ? {} : { ownId }),
    },
    recountedFrom: 'facts' as const,
  };
  const ofMoney = { ...base, recountedFrom: fromRows === null ? ('facts' as const) : ('rows' as const) };
  const total = (what: 'customers' | 'revenue') =>
    ({ of: 'total', figure: what, segmentationId: segmentationId ?? run.id }) as const;
  switch (figure) {
    case 'customers':
      return { ...base, value: size, unit: 'customers', recount: again };
    case 'share':
      return {
        ...base,
        ...{ value: size / Math.max(1, run.customers), unit: 'share', recount: again / Math.max(1, table.ids.length) },
        inputs: [chosenInput, input('customers', run.customers, 'customers', total('customers'))],
      };
    case 'revenue':
      return { ...ofMoney, value: revenue, unit: 'money', recount: recounted, inputs: [chosenInput] };
    case 'revenueShare':
      return {
        ...ofMoney,
        value: revenue === null || all === null ? null : revenue / all,
        unit: 'share',
        recount: recounted === null || all === null ? null : recounted / all,
        inputs: [
          input('chosenRevenue', revenue, 'money', { ...others, figure: 'revenue' }),
          input('allRevenue', run.revenue, 'money', total('revenue')),
        ],
      };
  }
};
