import type { JoinCandidate } from '../../../shared/engine/join/guess-joins.ts';
import type { Join, JoinReport, JoinUse } from '../../../shared/model/join.ts';
import { standingFixes } from '../../store/repositories/corrections.ts';
import {
  forgetUnmatched,
  joinChoices,
  keepUnmatched,
  lastJoinReport,
  replaceJoinReport,
} from '../../store/repositories/joins.ts';
import { listSources } from '../../store/repositories/sources.ts';
import { inTransaction, type Sqlite } from '../../store/sqlite.ts';
import type { Compute } from '../compute.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { buildJoin } from './build-join.ts';
import { countMatches, type MatchCounts } from './count-matches.ts';
import {
  columnsOfJoinId,
  joinIdOf,
  type ProjectTable,
  projectTables,
  type TableColumn,
  tableView,
} from './join-tables.ts';
import { type SampledColumns, sampleColumns } from './sample-columns.ts';

/** Changes when joins are found in another way, so that an older report is not taken for one of today. */
const version = 1;

/** What joins depend on: tables and what was corrected in them. Rules set no row aside here. */
export const joinState = (db: Sqlite): string =>
  JSON.stringify({ version, sources: listSources(db).map(({ id }) => id), fixes: standingFixes(db) });

/** So many joins of the same two tables are looked at closely, the likeliest ones. */
const mostOfTwoTables = 3;
/** Guesses below are not looked at closely: chance. */
const scoreFrom = 0.2;
/** From here on a guess is switched on by itself. */
const onFrom = 0.5;

const likeliest = (candidates: readonly JoinCandidate[]): JoinCandidate[] => {
  const counts = new Map<string, number>();
  return candidates.filter(({ left, right }) => {
    const pair = [left.table, right.table].sort((a, b) => a - b).join();
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    return count <= mostOfTwoTables;
  });
};

const tellingUses: readonly JoinUse[] = ['customer', 'returns', 'events'];
const readsMany: readonly JoinUse[] = [...tellingUses, 'facts'];

/** Of the joins of two tables the likeliest that is clear is on; the others are there to be chosen. */
const switched = (joins: readonly Join[]): Join[] => {
  const taken = new Set<string>();
  return joins.map((join) => {
    const pair = [join.left.sourceId, join.right.sourceId].sort((a, b) => a - b).join();
    // Several rows on both sides do no harm where only whose or which order is asked, and less is asked of the guess where
    // its use is evidence itself.
    const [isRead, isTelling] = [readsMany.includes(join.use), tellingUses.includes(join.use)];
    const isClear =
      (isTelling || (join.score ?? 0) >= onFrom) &&
      join.doubts.every(({ key }) => isRead && key === 'join.doubt.manyToMany');
    const on = isClear && !taken.has(pair);
    if (on) taken.add(pair);
    return { ...join, on };
  });
};

/** Where each part ends, as shares of the whole. */
const ends = { reading: 0.4, guessing: 0.5 };

const guess = async (
  db: Sqlite,
  compute: Compute,
  tables: readonly ProjectTable[],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<{ columns: [TableColumn, TableColumn]; candidate: JoinCandidate }[]> => {
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  const sampled: SampledColumns[] = [];
  let before = 0;
  for (const table of tables) {
    const start = before;
    sampled.push(
      await sampleColumns(db, table, job, (done) =>
        onProgress((ends.reading * (start + done * table.rows)) / Math.max(1, all)),
      ),
    );
    before += table.rows;
  }
  const candidates = await compute.run(
    'guessJoins',
    { tables: sampled.map((one) => one.sampled), options: { scoreFrom } },
    {
      signal: job.signal,
      onProgress: (done) => onProgress(ends.reading + (ends.guessing - ends.reading) * done),
    },
  );
  const columnOf = ({ table, column }: JoinCandidate['left']): TableColumn => ({
    table: tables[table]!,
    at: sampled[table]!.places[column]!,
  });
  return likeliest(candidates).map((candidate) => ({
    columns: [columnOf(candidate.left), columnOf(candidate.right)],
    candidate,
  }));
};

/**
 * The joins of the project as it stands: from the last report where that is of it, else guessed and counted over all rows,
 * one's own among them, and kept. O(cells that may be keys + joins × rows).
 * @throws AppError `cancelled`
 */
export const findJoins = async (
  db: Sqlite,
  compute: Compute,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<JoinReport> => {
  const state = joinState(db);
  const last = lastJoinReport(db);
  if (last?.state === state) return last.report;
  const tables = projectTables(db);
  const guessed = tables.length < 2 ? [] : await guess(db, compute, tables, job, onProgress);
  const own = [...joinChoices(db)].flatMap(([id, choice]) => {
    const columns = choice.own ? columnsOfJoinId(tables, id) : null;
    return columns === null || guessed.some((one) => joinIdOf(...one.columns) === id)
      ? []
      : [{ columns, candidate: null }];
  });
  const found: { join: Join; counts: MatchCounts }[] = [];
  const wanted = [...guessed, ...own];
  for (const [i, { columns, candidate }] of wanted.entries()) {
    const report = (done: number) => onProgress(ends.guessing + ((1 - ends.guessing) * (i + done)) / wanted.length);
    const counts = await countMatches(db, columns, job, report, candidate === null ? undefined : [candidate.form]);
    found.push({ join: buildJoin(columns, counts, candidate), counts });
    await breathe(job);
  }
  const joins = [
    ...switched(found.filter(({ join }) => join.origin === 'guessed').map(({ join }) => join)),
    ...found.filter(({ join }) => join.origin === 'own').map(({ join }) => join),
  ];
  const report = { tables: tables.map(tableView), joins };
  const keep = () => {
    forgetUnmatched(db);
    for (const { join, counts } of found) keepBothSides(db, join.id, counts);
    replaceJoinReport(db, state, report);
  };
  if (db.inTransaction) keep();
  else inTransaction(db, keep);
  onProgress(1);
  return report;
};

/** Keeps the rows of both sides that found nothing; inside the caller's transaction. */
export const keepBothSides = (db: Sqlite, id: string, { sides }: MatchCounts): void => {
  keepUnmatched(db, id, 'left', sides[0].unmatchedRows);
  keepUnmatched(db, id, 'right', sides[1].unmatchedRows);
};
