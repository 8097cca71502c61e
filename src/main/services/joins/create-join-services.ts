import { AppError } from '../../../shared/errors.ts';
import type { Join, JoinColumnName } from '../../../shared/model/join.ts';
import { message } from '../../../shared/model/message.ts';
import {
  type JoinChoice,
  joinChoices,
  lastJoinReport,
  replaceJoinReport,
  setJoinChoice,
} from '../../store/repositories/joins.ts';
import type { Change } from '../../store/repositories/journal.ts';
import { inTransaction, type Sqlite } from '../../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from '../changes.ts';
import type { Compute } from '../compute.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import { type Session, spanOf } from '../session.ts';
import { buildJoin } from './build-join.ts';
import { countMatches } from './count-matches.ts';
import { findJoins, joinState, keepBothSides } from './find-joins.ts';
import { joinIdOf, type ProjectTable, projectTables, type TableColumn } from './join-tables.ts';
import { lastJoinsView, withChoices } from './join-view.ts';

export interface JoinDependencies {
  readonly session: Session;
  readonly compute: Compute;
  readonly now: () => Date;
}

interface TwoColumns {
  readonly left: JoinColumnName;
  readonly right: JoinColumnName;
}

/** @throws AppError `notFound`, `badInput` where both are of one table */
const columnsOf = (tables: readonly ProjectTable[], { left, right }: TwoColumns): [TableColumn, TableColumn] => {
  const columnOf = ({ sourceId, column }: JoinColumnName): TableColumn => {
    const table = tables.find(({ head, members }) => head.id === sourceId || members.some(({ id }) => id === sourceId));
    if (table === undefined) throw new AppError('notFound', { what: 'table', id: sourceId });
    const at = table.columns.findIndex(({ name }) => name === column);
    if (at < 0) throw new AppError('notFound', { what: 'column', id: column });
    return { table, at };
  };
  const columns: [TableColumn, TableColumn] = [columnOf(left), columnOf(right)];
  if (columns[0].table === columns[1].table)
    throw new AppError('badInput', { method: 'joins.add', problem: 'both columns are of the same table' });
  return columns;
};

/** @throws AppError `notFound` */
const standingJoin = (db: Sqlite, id: string): Join => {
  const join = lastJoinsView(db)?.joins.find((one) => one.id === id);
  if (join === undefined) throw new AppError('notFound', { what: 'join', id });
  return join;
};

const said = (what: string, { left, right }: Join) =>
  message(`journal.join${what}`, { left: left.name, right: right.name });

export const createJoinServices = ({ session, compute, now }: JoinDependencies): WriterServices['joins'] => {
  const choose = (join: Join, what: string, after: JoinChoice | null) => {
    const { db } = session;
    const before = joinChoices(db).get(join.id) ?? null;
    makeChange(db, now(), said(what, join), [{ kind: 'join', id: join.id, before, after }]);
    return projectInfo(db);
  };
  return {
    find: (_, job) =>
      session.exclusive('joins.find', async () =>
        withChoices(session.db, await findJoins(session.db, compute, job, spanOf(job, 'comparing', 0, 1))),
      ),
    switch: ({ id, on }) =>
      session.exclusive('joins.switch', () => {
        const { db } = session;
        const join = standingJoin(db, id);
        if (join.on === on) return projectInfo(db);
        const guessed = lastJoinReport(db)?.report.joins.find((one) => one.id === id);
        // As guessed again: switching to and fro leaves nothing behind.
        const isAsGuessed = join.origin === 'guessed' && guessed?.on === on;
        return choose(join, on ? 'On' : 'Off', isAsGuessed ? null : { own: join.origin === 'own', on });
      }),
    try: (input, job) =>
      session.exclusive('joins.try', async () => {
        const columns = columnsOf(projectTables(session.db), input);
        return buildJoin(columns, await countMatches(session.db, columns, job, spanOf(job, 'comparing', 0, 1)), null);
      }),
    add: (input, job) =>
      session.exclusive('joins.add', async () => {
        const { db } = session;
        const columns = columnsOf(projectTables(db), input);
        const report = await findJoins(db, compute, job, spanOf(job, 'comparing', 0, 0.5));
        const id = joinIdOf(...columns);
        const known = withChoices(db, report).joins.find((one) => one.id === id);
        if (known !== undefined) {
          if (!known.on) choose(known, 'On', { own: known.origin === 'own', on: true });
          return { join: { ...known, on: true }, project: projectInfo(db) };
        }
        const counts = await countMatches(db, columns, job, spanOf(job, 'comparing', 0.5, 1));
        const join = buildJoin(columns, counts, null);
        inTransaction(db, () => {
          dropRedo(db);
          keepBothSides(db, id, counts);
          const joins = [...report.joins.filter((one) => one.id !== id), join];
          replaceJoinReport(db, joinState(db), { ...report, joins });
          const after = { own: true, on: true };
          const change: Change = { kind: 'join', id, before: null, after };
          setJoinChoice(db, id, after);
          noteChange(db, now(), said('Added', join), [change]);
        });
        return { join, project: projectInfo(db) };
      }),
    remove: ({ id }) =>
      session.exclusive('joins.remove', () => {
        const join = standingJoin(session.db, id);
        if (join.origin !== 'own')
          throw new AppError('badInput', {
            method: 'joins.remove',
            problem: 'a guessed join can only be switched off',
          });
        return choose(join, 'Removed', null);
      }),
  };
};
