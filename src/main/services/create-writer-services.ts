import type { Importer } from '../import/types.ts';
import type { Compute } from './compute.ts';
import { createExportServices } from './exports.ts';
import { createFeatureServices } from './features/create-feature-services.ts';
import { createJournalServices } from './journal.ts';
import { createProjectServices } from './project.ts';
import { createQualityServices } from './quality/create-quality-services.ts';
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
  /** Told when there is something to compute with: a project with data was opened, or a file has come in. */
  readonly onData?: (() => void) | undefined;
}

/** Everything that changes a project, over its only writing connection. */
export const createWriterServices = (dependencies: WriterDependencies): WriterServices => {
  const { importer, compute, paths, reader, onData = () => {} } = dependencies;
  const now = dependencies.now ?? (() => new Date());
  const session = createSession(reader);
  const source = createSourceServices({ session, importer, paths, now, onData });
  const segmentation = createSegmentationServices({ session, compute, now });
  const exports = createExportServices({ session, paths, now });
  const project = { session, paths, now, onData };
  return {
    project: {
      ...createProjectServices(project),
      sample: createSampleService(project, { importFiles: source.import, segment: segmentation.run }),
    },
    source,
    features: createFeatureServices(session, now),
    quality: createQualityServices({ session, now, setRule: source.setRule }),
    segmentation,
    segment: createSegmentServices(session, now),
    tree: createTreeServices({ session, compute, now }),
    export: exports.services,
    journal: createJournalServices(session),
    file: exports.file,
    dispose: () => session.replace(null),
  };
};
