import type { Importer } from '../import/types.ts';
import { createCompareServices } from './compare/create-compare-services.ts';
import type { Compute } from './compute.ts';
import { createExclusionServices } from './exclusions.ts';
import { createExplainServices } from './explain/create-explain-services.ts';
import { createExportServices } from './exports.ts';
import { createFeatureServices } from './features/create-feature-services.ts';
import { createIdentityServices } from './identity/create-identity-services.ts';
import { createJoinServices } from './joins/create-join-services.ts';
import { createJournalServices } from './journal.ts';
import { createOwnSegmentServices } from './own-segments.ts';
import { createPredictServices } from './predict/create-predict-services.ts';
import { createPreferenceServices } from './preferences.ts';
import { createProjectServices } from './project.ts';
import { createQualityServices } from './quality/create-quality-services.ts';
import { createRecipeServices } from './recipes/create-recipe-services.ts';
import { createFolderWatcher, type WatchTimes } from './recipes/watch-folder.ts';
import { createReportServices } from './report/compose-report.ts';
import { createSampleService } from './sample.ts';
import { createSegmentationServices } from './segmentations.ts';
import { createSegmentServices } from './segments.ts';
import type { ServicePaths, WriterServices } from './services.ts';
import { createSession, type Follower } from './session.ts';
import { createSourceServices } from './sources.ts';
import { createTreeServices } from './trees.ts';

export interface WriterDependencies {
  readonly importer: Importer;
  readonly compute: Compute;
  readonly paths: ServicePaths;
  /** The reading side, told which project is open. */
  readonly reader?: Follower | undefined;
  readonly now?: (() => Date) | undefined;
  /** How a watched folder is looked at; not at all where absent. */
  readonly watch?: WatchTimes | undefined;
  /** Told when a file has come in: there is something to compute with. */
  readonly onData?: (() => void) | undefined;
  /** Told when a project with data was opened. */
  readonly onOpened?: (() => void) | undefined;
}

/** Everything that changes a project, over its only writing connection. */
export const createWriterServices = (dependencies: WriterDependencies): WriterServices => {
  const { importer, compute, paths, reader, onData = () => {}, onOpened = () => {} } = dependencies;
  const now = dependencies.now ?? (() => new Date());
  // A watched folder follows every change of the project, and of which one is open.
  const session = createSession(reader, () => watcher.sync());
  const sources = { session, importer, compute, paths, now, onData };
  const watcher = createFolderWatcher(sources, dependencies.watch ?? null);
  const source = createSourceServices(sources);
  const segmentation = createSegmentationServices({ session, compute, now });
  const exports = createExportServices({ session, paths, now });
  const project = { session, paths, now, onOpened };
  const opening = createProjectServices(project);
  const sample = createSampleService(project, { importFiles: source.import, segment: segmentation.run });
  /** What comes in by itself must not keep a project from being closed. */
  const letGo = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await watcher.stop();
    return work();
  };
  return {
    preferences: createPreferenceServices(paths.userData),
    project: {
      create: async (input) => letGo(() => opening.create(input)),
      open: async (input) => letGo(() => opening.open(input)),
      close: async (input) => letGo(() => opening.close(input)),
      sample: async (input, job) => letGo(() => sample(input, job)),
    },
    source,
    recipe: createRecipeServices(sources),
    features: createFeatureServices(session, now, compute),
    predict: createPredictServices({ session, compute, produce: exports.produce }),
    quality: createQualityServices({ session, now, setRule: source.setRule }),
    identity: createIdentityServices({ session, compute, now }),
    joins: createJoinServices({ session, compute, now }),
    segmentation,
    segment: createSegmentServices({ session, compute, now }),
    selection: createOwnSegmentServices(session, now),
    customers: createExclusionServices({ session, compute, now }),
    tree: createTreeServices({ session, compute, now }),
    compare: createCompareServices({ session, compute }),
    explain: createExplainServices({ session, compute }),
    export: exports.services,
    report: createReportServices(session, now),
    journal: createJournalServices(session),
    file: exports.file,
    dispose: async () => {
      await watcher.stop();
      await session.replace(null);
    },
  };
};
