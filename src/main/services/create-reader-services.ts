import { AppError } from '../../shared/errors.ts';
import { openForReading } from '../store/project-file.ts';
import { listEntries } from '../store/repositories/journal.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { pageOfRows } from '../store/repositories/source-rows.ts';
import { listSources, publicSource, setAsideOf } from '../store/repositories/sources.ts';
import { type Sqlite, sqliteProblem } from '../store/sqlite.ts';
import { columnOfProject } from './columns.ts';
import { createCustomerServices } from './customers.ts';
import { catalogueOf } from './features/catalogue.ts';
import { flowsView } from './flows-view.ts';
import { projectInfo } from './project-info.ts';
import { readRecents } from './recents.ts';
import { ruleDivision } from './rule-division.ts';
import { chosenSegmentation, segmentationSummaries } from './segmentation-view.ts';
import type { ReaderServices, ServicePaths } from './services.ts';
import { treeView } from './tree-view.ts';

/** Everything that only reads, over a connection of its own: no screen waits for an import. */
export const createReaderServices = ({ paths }: { readonly paths: ServicePaths }): ReaderServices => {
  let db: Sqlite | null = null;
  const open = (): Sqlite => {
    if (db === null) throw new AppError('noProject');
    return db;
  };
  const answer = async <Result>(work: (db: Sqlite) => Result): Promise<Result> => {
    const connection = open();
    try {
      // One moment of the project for the whole answer, whatever is committed meanwhile.
      connection.exec('BEGIN');
      return work(connection);
    } catch (error) {
      throw sqliteProblem(error, connection.path) ?? error;
    } finally {
      if (connection.inTransaction) connection.exec('COMMIT');
    }
  };
  const attach = async (path: string | null): Promise<void> => {
    db?.close();
    db = path === null ? null : openForReading(path);
  };
  return {
    attach,
    project: {
      info: async () => (db === null ? null : answer(projectInfo)),
      recents: () => readRecents(paths.userData),
    },
    source: {
      list: () => answer((connection) => listSources(connection).map(publicSource)),
      rows: ({ sourceId, offset, limit }) =>
        answer((connection) => {
          const source = listSources(connection).find(({ id }) => id === sourceId);
          if (source === undefined) throw new AppError('notFound', { what: 'table', id: sourceId });
          return { total: source.rows, rows: pageOfRows(connection, source, offset, limit) };
        }),
      setAside: (input) => answer((connection) => setAsideOf(connection, keptReasons(connection), input?.sourceId)),
    },
    features: { catalogue: () => answer(catalogueOf) },
    segmentation: {
      list: () => answer(segmentationSummaries),
      byRules: ({ id }) => answer((db) => ruleDivision(db, id)),
      get: ({ id }) => answer((connection) => chosenSegmentation(connection, id)),
      flows: ({ id }) => answer((connection) => flowsView(connection, id)),
    },
    tree: { get: ({ leaves = 60 }) => answer((connection) => treeView(connection, leaves)) },
    customers: createCustomerServices(answer),
    journal: {
      list: () => answer((connection) => listEntries(connection).map(({ changes: _, ...entry }) => entry)),
    },
    column: (spec) => answer((connection) => columnOfProject(connection, spec)),
    dispose: () => attach(null),
  };
};
