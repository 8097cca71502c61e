import type { CustomerView } from '../../../shared/model/customer-view.ts';
import type { WhyHere } from '../../../shared/model/explanation.ts';
import { writeRowBits } from '../../../shared/table/row-bits.ts';
import { openForReading } from '../../store/project-file.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Answer } from '../answer.ts';
import { orderCustomers } from '../order-customers.ts';
import type { Arrangement } from '../rows/arrange.ts';
import { createPacedWork } from '../rows/paced-work.ts';
import type { ReaderServices } from '../services.ts';
import type { FindShown, ShownCustomers } from '../shown-customers.ts';
import { stateOf } from '../state.ts';
import { whyCustomerIsHere } from '../why-here.ts';
import { customerTask } from './arrange-customers.ts';
import { hasContacts } from './read-identity-texts.ts';

/** Orders, conditions and names of half a million customers. */
const mostBytes = 160 * 2 ** 20;
/** So few that are named one by one are looked up at once. */
const few = 1_000;

/** What an arrangement of customers depends on; snapshots and runs never change. */
const arrangedState = (db: Sqlite): string => `${db.path} ${stateOf(db)}`;

const isFew = ({ rows, filters }: CustomerView): boolean =>
  rows !== undefined && rows.length <= few && (filters === undefined || filters.length === 0);

/** Why a customer is in its segment. O(columns × segments) */
const whyRowIsHere = ({ table, segmentation }: ShownCustomers, row: number): WhyHere | null => {
  if (segmentation === null) return null;
  const at = (feature: string) => table.snapshot.features.findIndex(({ key }) => key === feature);
  return whyCustomerIsHere(segmentation, table.segmentIdOf(row), (feature) => table.columns[at(feature)]![row]!);
};

/** Rows of the table as a page gives them, with the values of these columns. */
const rowReader = (db: Sqlite, shown: ShownCustomers, columns: readonly string[] | undefined) => {
  const { table } = shown;
  const { features } = table.snapshot;
  // A reader of its own for each page: one that is asked often reads everybody at once.
  const identityOf = createIdentityReader(db);
  const wanted = (columns ?? features.map(({ key }) => key)).map((key) =>
    key === 'sureness' ? ('sureness' as const) : features.findIndex((feature) => feature.key === key),
  );
  const withSureness = wanted.includes('sureness');
  return (row: number) => {
    const why = withSureness ? whyRowIsHere(shown, row) : null;
    return {
      id: table.ids[row]!,
      row,
      ...identityOf(table.ids[row]!),
      segmentId: table.segmentIdOf(row),
      ...(withSureness ? { certainty: why?.certainty ?? null } : {}),
      values: wanted.map((at) => {
        if (at === 'sureness') return why?.sureness ?? null;
        const value = table.columns[at]?.[row];
        return value === undefined || Number.isNaN(value) ? null : value;
      }),
    };
  };
};

type Pages = Pick<ReaderServices['customers'], 'page' | 'matching' | 'place' | 'columns'>;

/**
 * Customers in any order, a page at a time.
 * @param answer runs a query on one moment of the project
 * @param path of the open project
 */
export const createCustomerPages = (
  answer: Answer,
  path: () => string,
  shownOf: FindShown,
): Pages & { clear(): void } => {
  const work = createPacedWork(() => openForReading(path()), mostBytes);

  interface Asked {
    readonly view: CustomerView;
    readonly patienceMs?: number | undefined;
    readonly signal: AbortSignal | undefined;
  }

  /** Reads from an arrangement of the customers as they are at that moment; a number: how far it is made. */
  const arranged = async <Result>(
    { view, patienceMs, signal }: Asked,
    read: (db: Sqlite, shown: ShownCustomers, arrangement: Arrangement) => Result,
    none: Result,
  ): Promise<Result | number> => {
    for (;;) {
      const asked = await answer((db) => {
        const shown = shownOf(db, view.segmentationId);
        if (shown === null) return null;
        return {
          state: arrangedState(db),
          wanted: { snapshot: shown.table.snapshot, segmentation: shown.segmentation, view },
        };
      });
      if (asked === null) return none;
      const arrangement = await work.ask(asked.state, customerTask(asked.wanted), { patienceMs, signal });
      if (typeof arrangement === 'number') return arrangement;
      // The project may have changed meanwhile; then it is to be made anew.
      const found = await answer((db) => {
        const shown = shownOf(db, view.segmentationId);
        const isSame = shown?.table.snapshot.id === asked.wanted.snapshot.id && arrangedState(db) === asked.state;
        return shown !== null && isSame ? { result: read(db, shown, arrangement) } : null;
      });
      if (found !== null) return found.result;
    }
  };

  return {
    page: async ({ offset, limit, columns, patienceMs, ...view }, signal) => {
      if (isFew(view))
        return answer((db) => {
          const shown = shownOf(db, view.segmentationId);
          const among = shown === null ? [] : orderCustomers(shown.table, view);
          const rows =
            shown === null ? [] : Array.from(among.slice(offset, offset + limit), rowReader(db, shown, columns));
          return { total: among.length, rows, arranging: null };
        });
      const found = await arranged(
        { view, patienceMs, signal },
        (db, shown, arrangement) => ({
          total: arrangement.total,
          rows: arrangement.page(offset, limit).map(rowReader(db, shown, columns)),
          arranging: null,
        }),
        { total: 0, rows: [], arranging: null },
      );
      return typeof found === 'number' ? { total: 0, rows: [], arranging: found } : found;
    },
    matching: async ({ from = 0, to = Number.MAX_SAFE_INTEGER, ...view }, signal) => {
      // Whoever asks for everybody who matches does not ask for their order.
      const isAll = from === 0 && to === Number.MAX_SAFE_INTEGER;
      const { sort: _, ...unsorted } = view;
      const found = await arranged(
        { view: isAll ? unsorted : view, signal },
        (_db, _shown, arrangement) => {
          const rows = arrangement.page(from, Math.min(to, arrangement.total - 1) - from + 1);
          return { total: rows.length, rows: writeRowBits(rows) };
        },
        { total: 0, rows: '' },
      );
      return typeof found === 'number' ? { total: 0, rows: '' } : found;
    },
    place: async ({ row, ...view }, signal) => {
      const found = await arranged(
        { view, signal },
        (_, { table }, arrangement) => {
          const index = arrangement.placeOf(row);
          const at = (place: number) => {
            const other = place < 0 ? undefined : arrangement.page(place, 1)[0];
            return other === undefined ? null : { id: table.ids[other]!, row: other };
          };
          return {
            index,
            total: arrangement.total,
            previous: index === null ? null : at(index - 1),
            next: index === null ? null : at(index + 1),
          };
        },
        { index: null, total: 0, previous: null, next: null },
      );
      return typeof found === 'number' ? { index: null, total: 0, previous: null, next: null } : found;
    },
    columns: ({ segmentationId }) =>
      answer((db) => {
        const shown = shownOf(db, segmentationId);
        const has = hasContacts(db);
        return {
          customers: shown?.table.ids.length ?? 0,
          ...has,
          sureness: (shown?.segmentation?.explanation?.segments.length ?? 0) > 1,
          features: shown === null ? [] : [...shown.table.snapshot.features],
          used: shown?.segmentation?.preparation.flatMap(({ feature, used }) => (used ? [feature] : [])) ?? [],
        };
      }),
    clear: work.clear,
  };
};
