import type { JobContext, ReaderServices, WriterServices } from '../services/services.ts';
import { codedContract, codeError, type ReportBug } from './coded-contract.ts';
import { createJobs } from './jobs.ts';

/** Codes what a job throws while it streams. */
async function* codedStream<Event, Result>(
  stream: AsyncGenerator<Event, Result, void>,
  method: string,
  reportBug: ReportBug,
): AsyncGenerator<Event, Result, void> {
  try {
    return yield* stream;
  } catch (error) {
    throw codeError(error, method, reportBug);
  }
}

/** Commands and jobs, for the writer thread. */
export const createWriterRouter = (services: WriterServices, reportBug: ReportBug) => {
  const os = codedContract(reportBug);
  const jobs = createJobs();
  const job =
    <Input, Result>(method: string, work: (input: Input, job: JobContext) => Promise<Result>) =>
    async ({ input, signal }: { input: Input; signal?: AbortSignal | undefined }) =>
      codedStream(
        jobs.run<Result>((context) => work(input, context), signal),
        method,
        reportBug,
      );
  const { project, source, features, segmentation, segment, tree, journal } = services;
  return {
    jobs: { cancel: os.jobs.cancel.handler(({ input }) => ({ cancelled: jobs.cancel(input.jobId) })) },
    project: {
      create: os.project.create.handler(({ input }) => project.create(input)),
      open: os.project.open.handler(({ input }) => project.open(input)),
      close: os.project.close.handler(({ input }) => project.close(input)),
      sample: os.project.sample.handler(job('project.sample', project.sample)),
    },
    source: {
      preview: os.source.preview.handler(job('source.preview', source.preview)),
      import: os.source.import.handler(job('source.import', source.import)),
      setRule: os.source.setRule.handler(({ input }) => source.setRule(input)),
    },
    features: {
      compute: os.features.compute.handler(job('features.compute', features.compute)),
      define: os.features.define.handler(({ input }) => features.define(input)),
      remove: os.features.remove.handler(({ input }) => features.remove(input)),
    },
    quality: {
      report: os.quality.report.handler(job('quality.report', services.quality.report)),
      fix: os.quality.fix.handler(job('quality.fix', services.quality.fix)),
      preview: os.quality.preview.handler(job('quality.preview', services.quality.preview)),
    },
    segmentation: {
      run: os.segmentation.run.handler(job('segmentation.run', segmentation.run)),
      activate: os.segmentation.activate.handler(({ input }) => segmentation.activate(input)),
      trust: os.segmentation.trust.handler(job('segmentation.trust', segmentation.trust)),
      neighbours: os.segmentation.neighbours.handler(job('segmentation.neighbours', segmentation.neighbours)),
    },
    segment: {
      rename: os.segment.rename.handler(({ input }) => segment.rename(input)),
      recolour: os.segment.recolour.handler(({ input }) => segment.recolour(input)),
    },
    tree: {
      grow: os.tree.grow.handler(job('tree.grow', tree.grow)),
      cut: os.tree.cut.handler(job('tree.cut', tree.cut)),
    },
    export: {
      table: os.export.table.handler(job('export.table', services.export.table)),
      features: os.export.features.handler(job('export.features', services.export.features)),
      report: os.export.report.handler(job('export.report', services.export.report)),
    },
    journal: {
      undo: os.journal.undo.handler(({ input }) => journal.undo(input)),
      redo: os.journal.redo.handler(({ input }) => journal.redo(input)),
    },
  };
};

/** Queries, for the reader thread. */
export const createReaderRouter = (services: ReaderServices, reportBug: ReportBug) => {
  const os = codedContract(reportBug);
  const { project, source, features, segmentation, tree, customers, journal } = services;
  return {
    project: {
      info: os.project.info.handler(({ input }) => project.info(input)),
      recents: os.project.recents.handler(({ input }) => project.recents(input)),
    },
    source: {
      list: os.source.list.handler(({ input }) => source.list(input)),
      rows: os.source.rows.handler(({ input }) => source.rows(input)),
      setAside: os.source.setAside.handler(({ input }) => source.setAside(input)),
    },
    features: { catalogue: os.features.catalogue.handler(({ input }) => features.catalogue(input)) },
    segmentation: {
      list: os.segmentation.list.handler(({ input }) => segmentation.list(input)),
      get: os.segmentation.get.handler(({ input }) => segmentation.get(input)),
      flows: os.segmentation.flows.handler(({ input }) => segmentation.flows(input)),
      byRules: os.segmentation.byRules.handler(({ input }) => segmentation.byRules(input)),
    },
    tree: { get: os.tree.get.handler(({ input }) => tree.get(input)) },
    customers: {
      page: os.customers.page.handler(({ input }) => customers.page(input)),
      story: os.customers.story.handler(({ input }) => customers.story(input)),
    },
    journal: { list: os.journal.list.handler(({ input }) => journal.list(input)) },
  };
};
