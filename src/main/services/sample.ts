import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import { say } from '../../shared/words/say.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { listSources } from '../store/repositories/sources.ts';
import { createProject, openProject, type ProjectDependencies } from './project.ts';
import { projectInfo } from './project-info.ts';
import type { JobContext, WriterServices } from './services.ts';

/** The sample shop as the app ships it; order lines first, then what is known of its customers. */
const sampleFiles = ['sample-shop.csv.gz', 'sample-customers.csv'];

/** Reports into the part [from, to] of the job. */
const within = (job: JobContext, from: number, to: number): JobContext => ({
  signal: job.signal,
  progress: (stage, fraction) => job.progress(stage, from + (to - from) * fraction),
});

export interface SampleSteps {
  readonly importFiles: WriterServices['source']['import'];
  readonly segment: WriterServices['segmentation']['run'];
}

/**
 * Opens the sample shop, and makes it where it is not there yet or was left half done.
 * @throws AppError `fileMissing` where the app was shipped without it
 */
export const createSampleService =
  (dependencies: ProjectDependencies, steps: SampleSteps): WriterServices['project']['sample'] =>
  async (input, job) => {
    const { session, paths } = dependencies;
    // One that was made in another language is opened as it is.
    const names = [input?.locale, 'de', 'en'].map((locale) => say(message('file.sample'), locale));
    const pathOf = (name: string) => join(paths.documents, `${name}.tessera`);
    const name = names.find((one) => existsSync(pathOf(one))) ?? names[0]!;
    const path = pathOf(name);
    const files = sampleFiles.map((file) => join(paths.assets, file)).filter(existsSync);
    if (files.length === 0) throw new AppError('fileMissing', { file: sampleFiles[0]! });
    await session.exclusive('project.sample', async () => {
      await mkdir(paths.documents, { recursive: true });
      return existsSync(path) ? openProject(dependencies, path) : createProject(dependencies, { name, path });
    });
    if (listSources(session.db).length === 0) await steps.importFiles({ paths: files }, within(job, 0, 0.6));
    if (activeSegmentationOf(session.db) === null) {
      await steps.segment({ method: 'kmeans', k: 'auto', seed: 1 }, within(job, 0.6, 1));
    }
    return projectInfo(session.db);
  };
