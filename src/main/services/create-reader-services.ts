import { AppError } from '../../shared/errors.ts';
import { openForReading } from '../store/project-file.ts';
import { listEntries } from '../store/repositories/journal.ts';
import { standAgain, withReplacedCounts } from '../store/repositories/replaced.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { listSources, publicSource, setAsideOf } from '../store/repositories/sources.ts';
import { type Sqlite, sqliteProblem } from '../store/sqlite.ts';
import { columnOfProject } from './columns.ts';
import { createCompareQueries } from './compare/create-compare-services.ts';
import { createCustomerServices } from './customers.ts';
import { explainNumber } from './explain/explain-number.ts';
import { catalogueOf } from './features/catalogue.ts';
import { tryFormula } from './features/try-formula.ts';
import { flowsView } from './flows-view.ts';
import { createIdentityQueries } from './identity/identity-view.ts';
import { createJoinQueries } from './joins/join-view.ts';
import { ownSegmentsView } from './own-segments.ts';
import { lastPrediction } from './predict/kept-prediction.ts';
import { peopleAhead } from './predict/people-ahead.ts';
import { projectInfo } from './project-info.ts';
import { findingRowsPage, lastReportView } from './quality/report-view.ts';
import { readRecents } from './recents.ts';
import { listRecipes } from './recipes/list-recipes.ts';
import { watchedView } from './recipes/watched-view.ts';
import { composedReport } from './report/compose-report.ts';
import { reportMaterial } from './report/report-material.ts';
import { createRowServices } from './rows/create-row-services.ts';
import { ruleDivision } from './rule-division.ts';
import { chosenSegmentation, segmentationSummaries } from './segmentation-view.ts';
import type { ReaderServices, ServicePaths } from './services.ts';
import { createShownCustomers } from './shown-customers.ts';
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
  const shownCustomers = createShownCustomers();
  const rows = createRowServices(answer, () => open().path);
  const customers = createCustomerServices(answer, () => open().path, shownCustomers);
  const attach = async (path: string | null): Promise<void> => {
    rows.clear();
    customers.clear();
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
      list: () =>
        answer((connection) => {
          const hidden = standAgain(connection);
          const shown = listSources(connection).filter(({ id }) => !hidden.has(id));
          return withReplacedCounts(connection, shown.map(publicSource));
        }),
      rows: rows.rows,
      place: rows.place,
      spread: rows.spread,
      setAside: (input) => answer((connection) => setAsideOf(connection, keptReasons(connection), input?.sourceId)),
    },
    recipe: { list: () => answer(listRecipes), watched: () => answer(watchedView) },
    features: {
      catalogue: () => answer(catalogueOf),
      check: (input) => answer((connection) => tryFormula(connection, input)),
    },
    predict: {
      last: () => answer(lastPrediction),
      people: (input) => answer((connection) => peopleAhead(connection, input)),
    },
    quality: {
      last: () => answer(lastReportView),
      rows: (input) => answer((connection) => findingRowsPage(connection, input)),
    },
    identity: createIdentityQueries(answer),
    joins: createJoinQueries(answer),
    segmentation: {
      list: () => answer(segmentationSummaries),
      byRules: ({ id }) => answer((db) => ruleDivision(db, id)),
      get: ({ id }) => answer((connection) => chosenSegmentation(connection, id)),
      flows: ({ id }) => answer((connection) => flowsView(connection, id)),
    },
    tree: { get: ({ leaves = 60 }) => answer((connection) => treeView(connection, leaves)) },
    selection: { list: () => answer(ownSegmentsView) },
    compare: createCompareQueries(answer),
    report: {
      get: () => answer(composedReport),
      material: ({ segmentationId, named }) =>
        answer((connection) => reportMaterial(connection, { segmentationId, named: named ? 'few' : 'nobody' })),
    },
    customers,
    explain: { number: ({ of }) => answer((connection) => explainNumber(connection, of, shownCustomers)) },
    journal: {
      list: () => answer((connection) => listEntries(connection).map(({ changes: _, ...entry }) => entry)),
    },
    column: (spec) => answer((connection) => columnOfProject(connection, spec)),
    dispose: () => attach(null),
  };
};
