import type { ExcludedPage } from '../../shared/model/own-segment.ts';
import { createIdentityReader } from '../store/repositories/customers.ts';
import { excludedSince } from '../store/repositories/exclusions.ts';
import { revisionOf } from '../store/repositories/meta.ts';
import { activeMask, keptReasons } from '../store/repositories/rules.ts';
import { quoteName } from '../store/repositories/source-rows.ts';
import { listSources } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { isCounted } from './counted-lines.ts';

type Figures = ReadonlyMap<number, { readonly lines: number; readonly money: number }>;

/** Lines and money of these customers that would count. O(their lines), by the index of customers. */
const figuresOf = (db: Sqlite, ids: Iterable<number>): Figures => {
  const mask = activeMask(keptReasons(db));
  const reads = listSources(db)
    .filter(({ kind }) => kind === 'orderLines' || kind === 'orders')
    .map(({ table }) =>
      db.prepareRaw<[number, number | null]>(
        `SELECT count(*), sum(round(_amount * 1e6)) FROM ${quoteName(table)} WHERE _customer = ? AND ${isCounted(mask)}`,
      ),
    );
  return new Map(
    Array.from(ids, (id) => {
      const found = reads.map((read) => read.get(id)!);
      const sum = (at: 0 | 1) => found.reduce((all, row) => all + (row[at] ?? 0), 0);
      return [id, { lines: sum(0), money: sum(1) / 1e6 }];
    }),
  );
};

const lastFigures = new WeakMap<Sqlite, { readonly revision: number; readonly figures: Figures }>();

/** Who is taken out, the last ones first, with what would count of theirs. */
export const excludedPage = (
  db: Sqlite,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ExcludedPage => {
  const since = excludedSince(db);
  const revision = revisionOf(db);
  const last = lastFigures.get(db);
  const figures = last?.revision === revision ? last.figures : figuresOf(db, since.keys());
  lastFigures.set(db, { revision, figures });
  const identityOf = createIdentityReader(db);
  const all = [...since].sort(([a, at], [b, other]) => (at === other ? a - b : at < other ? 1 : -1));
  const sum = (pick: (one: { lines: number; money: number }) => number) =>
    [...figures.values()].reduce((total, one) => total + pick(one), 0);
  return {
    total: all.length,
    lines: sum(({ lines }) => lines),
    money: sum(({ money }) => money),
    customers: all
      .slice(offset, offset + limit)
      .map(([id, at]) => ({ id, ...identityOf(id), since: at, ...figures.get(id)! })),
  };
};
