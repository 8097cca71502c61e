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
    preferences: { set: os.preferences.set.handler(({ input }) => services.preferences.set(input)) },
    project: {
      create: os.project.create.handler(({ input }) => project.create(input)),
      open: os.project.open.handler(({ input }) => project.open(input)),
      close: os.project.close.handler(({ input }) => project.close(input)),
      sample: os.project.sample.handler(job('project.sample', project.sample)),
    },
    source: {
      look: os.source.look.handler(job('source.look', source.look)),
      preview: os.source.preview.handler(job('source.preview', source.preview)),
      import: os.source.import.handler(job('source.import', source.import)),
      reread: os.source.reread.handler(job('source.reread', source.reread)),
      setRule: os.source.setRule.handler(({ input }) => source.setRule(input)),
    },
    recipe: {
      preview: os.recipe.preview.handler(job('recipe.preview', services.recipe.preview)),
      import: os.recipe.import.handler(job('recipe.import', services.recipe.import)),
      watch: os.recipe.watch.handler(({ input }) => services.recipe.watch(input)),
      unwatch: os.recipe.unwatch.handler(({ input }) => services.recipe.unwatch(input)),
    },
    features: {
      compute: os.features.compute.handler(job('features.compute', features.compute)),
      relations: os.features.relations.handler(job('features.relations', features.relations)),
      define: os.features.define.handler(({ input }) => features.define(input)),
      remove: os.features.remove.handler(({ input }) => features.remove(input)),
    },
    predict: { customers: os.predict.customers.handler(job('predict.customers', services.predict.customers)) },
    quality: {
      report: os.quality.report.handler(job('quality.report', services.quality.report)),
      fix: os.quality.fix.handler(job('quality.fix', services.quality.fix)),
      preview: os.quality.preview.handler(job('quality.preview', services.quality.preview)),
    },
    identity: {
      find: os.identity.find.handler(job('identity.find', services.identity.find)),
      mergeSure: os.identity.mergeSure.handler(job('identity.mergeSure', services.identity.mergeSure)),
      decide: os.identity.decide.handler(job('identity.decide', services.identity.decide)),
      split: os.identity.split.handler(job('identity.split', services.identity.split)),
    },
    joins: {
      find: os.joins.find.handler(job('joins.find', services.joins.find)),
      switch: os.joins.switch.handler(({ input }) => services.joins.switch(input)),
      try: os.joins.try.handler(job('joins.try', services.joins.try)),
      add: os.joins.add.handler(job('joins.add', services.joins.add)),
      remove: os.joins.remove.handler(({ input }) => services.joins.remove(input)),
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
      merge: os.segment.merge.handler(job('segment.merge', segment.merge)),
      split: os.segment.split.handler(job('segment.split', segment.split)),
      freeze: os.segment.freeze.handler(({ input }) => segment.freeze(input)),
    },
    selection: {
      save: os.selection.save.handler(({ input }) => services.selection.save(input)),
      rename: os.selection.rename.handler(({ input }) => services.selection.rename(input)),
      recolour: os.selection.recolour.handler(({ input }) => services.selection.recolour(input)),
      remove: os.selection.remove.handler(({ input }) => services.selection.remove(input)),
    },
    customers: {
      exclude: os.customers.exclude.handler(job('customers.exclude', services.customers.exclude)),
      include: os.customers.include.handler(job('customers.include', services.customers.include)),
    },
    tree: {
      grow: os.tree.grow.handler(job('tree.grow', tree.grow)),
      cut: os.tree.cut.handler(job('tree.cut', tree.cut)),
    },
    compare: {
      ways: os.compare.ways.handler(job('compare.ways', services.compare.ways)),
      rebuild: os.compare.rebuild.handler(job('compare.rebuild', services.compare.rebuild)),
    },
    explain: { recount: os.explain.recount.handler(job('explain.recount', services.explain.recount)) },
    export: {
      customers: os.export.customers.handler(job('export.customers', services.export.customers)),
      flow: os.export.flow.handler(job('export.flow', services.export.flow)),
      table: os.export.table.handler(job('export.table', services.export.table)),
      rows: os.export.rows.handler(job('export.rows', services.export.rows)),
      features: os.export.features.handler(job('export.features', services.export.features)),
      workbook: os.export.workbook.handler(job('export.workbook', services.export.workbook)),
      report: os.export.report.handler(job('export.report', services.export.report)),
    },
    report: { compose: os.report.compose.handler(({ input }) => services.report.compose(input)) },
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
      rows: os.source.rows.handler(({ input, signal }) => source.rows(input, signal)),
      place: os.source.place.handler(({ input, signal }) => source.place(input, signal)),
      spread: os.source.spread.handler(({ input, signal }) => source.spread(input, signal)),
      setAside: os.source.setAside.handler(({ input }) => source.setAside(input)),
    },
    recipe: {
      list: os.recipe.list.handler(({ input }) => services.recipe.list(input)),
      watched: os.recipe.watched.handler(({ input }) => services.recipe.watched(input)),
    },
    features: {
      catalogue: os.features.catalogue.handler(({ input }) => features.catalogue(input)),
      check: os.features.check.handler(({ input }) => features.check(input)),
    },
    predict: {
      last: os.predict.last.handler(({ input }) => services.predict.last(input)),
      people: os.predict.people.handler(({ input }) => services.predict.people(input)),
    },
    quality: {
      last: os.quality.last.handler(({ input }) => services.quality.last(input)),
      rows: os.quality.rows.handler(({ input }) => services.quality.rows(input)),
    },
    identity: {
      get: os.identity.get.handler(({ input }) => services.identity.get(input)),
      sure: os.identity.sure.handler(({ input }) => services.identity.sure(input)),
      queue: os.identity.queue.handler(({ input }) => services.identity.queue(input)),
      merged: os.identity.merged.handler(({ input }) => services.identity.merged(input)),
    },
    joins: {
      list: os.joins.list.handler(({ input }) => services.joins.list(input)),
      unmatched: os.joins.unmatched.handler(({ input }) => services.joins.unmatched(input)),
    },
    segmentation: {
      list: os.segmentation.list.handler(({ input }) => segmentation.list(input)),
      get: os.segmentation.get.handler(({ input }) => segmentation.get(input)),
      flows: os.segmentation.flows.handler(({ input }) => segmentation.flows(input)),
      byRules: os.segmentation.byRules.handler(({ input }) => segmentation.byRules(input)),
    },
    tree: { get: os.tree.get.handler(({ input }) => tree.get(input)) },
    compare: {
      runs: os.compare.runs.handler(({ input }) => services.compare.runs(input)),
      customers: os.compare.customers.handler(({ input }) => services.compare.customers(input)),
      months: os.compare.months.handler(() => services.compare.months(undefined)),
    },
    customers: {
      page: os.customers.page.handler(({ input, signal }) => customers.page(input, signal)),
      columns: os.customers.columns.handler(({ input }) => customers.columns(input)),
      matching: os.customers.matching.handler(({ input, signal }) => customers.matching(input, signal)),
      place: os.customers.place.handler(({ input, signal }) => customers.place(input, signal)),
      lines: os.customers.lines.handler(({ input }) => customers.lines(input)),
      portrait: os.customers.portrait.handler(({ input, signal }) => customers.portrait(input, signal)),
      excluded: os.customers.excluded.handler(({ input }) => customers.excluded(input)),
      story: os.customers.story.handler(({ input }) => customers.story(input)),
    },
    selection: { list: os.selection.list.handler(({ input }) => services.selection.list(input)) },
    report: {
      get: os.report.get.handler(({ input }) => services.report.get(input)),
      material: os.report.material.handler(({ input }) => services.report.material(input)),
    },
    explain: { number: os.explain.number.handler(({ input }) => services.explain.number(input)) },
    journal: { list: os.journal.list.handler(({ input }) => journal.list(input)) },
  };
};
