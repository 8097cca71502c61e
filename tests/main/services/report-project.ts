import { stateOf } from '../../../src/main/services/state.ts';
import { createProjectFile, type ProjectFile } from '../../../src/main/store/project-file.ts';
import { createCustomerWriter } from '../../../src/main/store/repositories/customers.ts';
import { addImport } from '../../../src/main/store/repositories/imports.ts';
import { addSegmentation } from '../../../src/main/store/repositories/segmentations.ts';
import { addSnapshot } from '../../../src/main/store/repositories/snapshots.ts';
import { addAside, addSource } from '../../../src/main/store/repositories/sources.ts';
import { addTree } from '../../../src/main/store/repositories/trees.ts';
import type { Sqlite } from '../../../src/main/store/sqlite.ts';
import { matrixFromRows } from '../../../src/shared/engine/matrix.ts';
import { silent } from '../../../src/shared/engine/progress.ts';
import { cutTree } from '../../../src/shared/engine/tree/cut.ts';
import { growTree } from '../../../src/shared/engine/tree/grow.ts';
import { usualPreparation } from '../../../src/shared/model/preparation.ts';
import type { ReportInput } from '../../../src/shared/report/report-input.ts';

export const addFile = (db: Sqlite, file: string): number =>
  addSource(db, {
    importId: addImport(db, '2025-02-03T09:00:00.000Z', {}),
    name: file,
    file,
    sheet: null,
    kind: 'orderLines',
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    columns: [],
    sqlColumns: [],
  }).id;

/** A project that holds one segmentation, stored as the services store it. */
export const createReportProject = (
  path: string,
  input: ReportInput,
): { project: ProjectFile; segmentationId: number; columns: Float64Array[] } => {
  const project = createProjectFile(path, { owner: 'a test' });
  const { db } = project;
  const sourceId = addFile(db, 'orders.csv');
  addAside(db, sourceId, 1, 1350, 20_411.5);
  addAside(db, sourceId, 2, 605, -8120.2);
  const writer = createCustomerWriter(db, sourceId, new Map(), []);
  const addContact = db.prepare('INSERT INTO customer_contact VALUES (?, ?, ?, ?)');
  const customerIds = Int32Array.from(input.labels, (_, row) => {
    const id = writer.idOf(row, () => `K${40_000 + row}`);
    addContact.run(id, sourceId, `Name <b>${row}</b>`, `c${row}@example.com`);
    return id;
  });
  const columns = input.columns.map(({ raw }) => raw);
  const { segments, features, asOf, ...figures } = input.segmentation;
  const snapshotId = addSnapshot(db, stateOf(db), {
    asOf,
    customers: customerIds.length,
    features,
    totals: input.totals,
    hash: 'test',
    customerIds,
    columns,
  });
  const { preparation } = figures;
  const isWard = figures.method === 'ward';
  const matrix = matrixFromRows(
    Array.from(customerIds, (_, row) => input.columns.map(({ prepared }) => prepared[row]!)),
  );
  const tree = isWard ? growTree({ matrix, linkage: 'ward' }, silent) : null;
  const choice = {
    k: figures.k,
    statisticalK: 5,
    reason: figures.reason,
    statisticalReason: null,
    indices: [],
    scores: figures.scores,
  };
  const treeId =
    tree === null
      ? null
      : addTree(
          db,
          { snapshotId, features: features.map(({ key }) => key), options: usualPreparation, preparation, choice },
          tree,
        );
  const segmentationId = addSegmentation(db, {
    snapshotId,
    treeId,
    result: { ...figures, asOf, features },
    segments: segments.map((segment) => ({ ...segment, goesOnAs: null })),
    flow: null,
    labels: tree === null ? input.labels : cutTree({ tree, k: figures.k }),
    map: input.map,
  });
  return { project, segmentationId, columns };
};
