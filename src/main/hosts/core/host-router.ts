import { codedContract, type ReportBug } from '../../workers/coded-contract.ts';
import type { ContractClient } from './start-thread.ts';

type HostInfo = Awaited<ReturnType<ContractClient['host']['info']>>;

export interface Routes {
  readonly writer: ContractClient;
  readonly reader: ContractClient;
  readonly info: () => Promise<HostInfo>;
  readonly reportBug: ReportBug;
}

/** Hands a call on with its abort signal. */
const to =
  <Input, Result>(call: (input: Input, options: { signal?: AbortSignal }) => Result) =>
  ({ input, signal }: { input: Input; signal?: AbortSignal | undefined }): Result =>
    call(input, signal ? { signal } : {});

/** The host's only work: a query goes to the reader, a command or job to the writer, `host` is answered here. */
export const createHostRouter = ({ writer, reader, info, reportBug }: Routes) => {
  const os = codedContract(reportBug);
  return os.router({
    host: { info: os.host.info.handler(info) },
    jobs: { cancel: os.jobs.cancel.handler(to(writer.jobs.cancel)) },
    preferences: { set: os.preferences.set.handler(to(writer.preferences.set)) },
    project: {
      create: os.project.create.handler(to(writer.project.create)),
      open: os.project.open.handler(to(writer.project.open)),
      close: os.project.close.handler(to(writer.project.close)),
      info: os.project.info.handler(to(reader.project.info)),
      recents: os.project.recents.handler(to(reader.project.recents)),
      sample: os.project.sample.handler(to(writer.project.sample)),
    },
    source: {
      look: os.source.look.handler(to(writer.source.look)),
      preview: os.source.preview.handler(to(writer.source.preview)),
      import: os.source.import.handler(to(writer.source.import)),
      list: os.source.list.handler(to(reader.source.list)),
      rows: os.source.rows.handler(to(reader.source.rows)),
      place: os.source.place.handler(to(reader.source.place)),
      spread: os.source.spread.handler(to(reader.source.spread)),
      setAside: os.source.setAside.handler(to(reader.source.setAside)),
      reread: os.source.reread.handler(to(writer.source.reread)),
      setRule: os.source.setRule.handler(to(writer.source.setRule)),
    },
    recipe: {
      list: os.recipe.list.handler(to(reader.recipe.list)),
      preview: os.recipe.preview.handler(to(writer.recipe.preview)),
      import: os.recipe.import.handler(to(writer.recipe.import)),
      watch: os.recipe.watch.handler(to(writer.recipe.watch)),
      unwatch: os.recipe.unwatch.handler(to(writer.recipe.unwatch)),
      watched: os.recipe.watched.handler(to(reader.recipe.watched)),
    },
    features: {
      catalogue: os.features.catalogue.handler(to(reader.features.catalogue)),
      compute: os.features.compute.handler(to(writer.features.compute)),
      check: os.features.check.handler(to(reader.features.check)),
      relations: os.features.relations.handler(to(writer.features.relations)),
      define: os.features.define.handler(to(writer.features.define)),
      remove: os.features.remove.handler(to(writer.features.remove)),
    },
    predict: {
      customers: os.predict.customers.handler(to(writer.predict.customers)),
      last: os.predict.last.handler(to(reader.predict.last)),
      people: os.predict.people.handler(to(reader.predict.people)),
    },
    identity: {
      find: os.identity.find.handler(to(writer.identity.find)),
      get: os.identity.get.handler(to(reader.identity.get)),
      sure: os.identity.sure.handler(to(reader.identity.sure)),
      queue: os.identity.queue.handler(to(reader.identity.queue)),
      merged: os.identity.merged.handler(to(reader.identity.merged)),
      mergeSure: os.identity.mergeSure.handler(to(writer.identity.mergeSure)),
      decide: os.identity.decide.handler(to(writer.identity.decide)),
      split: os.identity.split.handler(to(writer.identity.split)),
    },
    joins: {
      find: os.joins.find.handler(to(writer.joins.find)),
      list: os.joins.list.handler(to(reader.joins.list)),
      unmatched: os.joins.unmatched.handler(to(reader.joins.unmatched)),
      switch: os.joins.switch.handler(to(writer.joins.switch)),
      try: os.joins.try.handler(to(writer.joins.try)),
      add: os.joins.add.handler(to(writer.joins.add)),
      remove: os.joins.remove.handler(to(writer.joins.remove)),
    },
    segmentation: {
      run: os.segmentation.run.handler(to(writer.segmentation.run)),
      list: os.segmentation.list.handler(to(reader.segmentation.list)),
      get: os.segmentation.get.handler(to(reader.segmentation.get)),
      flows: os.segmentation.flows.handler(to(reader.segmentation.flows)),
      byRules: os.segmentation.byRules.handler(to(reader.segmentation.byRules)),
      activate: os.segmentation.activate.handler(to(writer.segmentation.activate)),
      trust: os.segmentation.trust.handler(to(writer.segmentation.trust)),
      neighbours: os.segmentation.neighbours.handler(to(writer.segmentation.neighbours)),
    },
    quality: {
      report: os.quality.report.handler(to(writer.quality.report)),
      last: os.quality.last.handler(to(reader.quality.last)),
      rows: os.quality.rows.handler(to(reader.quality.rows)),
      fix: os.quality.fix.handler(to(writer.quality.fix)),
      preview: os.quality.preview.handler(to(writer.quality.preview)),
    },
    segment: {
      rename: os.segment.rename.handler(to(writer.segment.rename)),
      recolour: os.segment.recolour.handler(to(writer.segment.recolour)),
      merge: os.segment.merge.handler(to(writer.segment.merge)),
      split: os.segment.split.handler(to(writer.segment.split)),
      freeze: os.segment.freeze.handler(to(writer.segment.freeze)),
    },
    selection: {
      save: os.selection.save.handler(to(writer.selection.save)),
      list: os.selection.list.handler(to(reader.selection.list)),
      rename: os.selection.rename.handler(to(writer.selection.rename)),
      recolour: os.selection.recolour.handler(to(writer.selection.recolour)),
      remove: os.selection.remove.handler(to(writer.selection.remove)),
    },
    tree: {
      grow: os.tree.grow.handler(to(writer.tree.grow)),
      get: os.tree.get.handler(to(reader.tree.get)),
      cut: os.tree.cut.handler(to(writer.tree.cut)),
    },
    customers: {
      page: os.customers.page.handler(to(reader.customers.page)),
      columns: os.customers.columns.handler(to(reader.customers.columns)),
      matching: os.customers.matching.handler(to(reader.customers.matching)),
      place: os.customers.place.handler(to(reader.customers.place)),
      lines: os.customers.lines.handler(to(reader.customers.lines)),
      portrait: os.customers.portrait.handler(to(reader.customers.portrait)),
      exclude: os.customers.exclude.handler(to(writer.customers.exclude)),
      include: os.customers.include.handler(to(writer.customers.include)),
      excluded: os.customers.excluded.handler(to(reader.customers.excluded)),
      story: os.customers.story.handler(to(reader.customers.story)),
    },
    compare: {
      runs: os.compare.runs.handler(to(reader.compare.runs)),
      customers: os.compare.customers.handler(to(reader.compare.customers)),
      months: os.compare.months.handler(to(reader.compare.months)),
      rebuild: os.compare.rebuild.handler(to(writer.compare.rebuild)),
      ways: os.compare.ways.handler(to(writer.compare.ways)),
    },
    explain: {
      number: os.explain.number.handler(to(reader.explain.number)),
      recount: os.explain.recount.handler(to(writer.explain.recount)),
    },
    export: {
      table: os.export.table.handler(to(writer.export.table)),
      customers: os.export.customers.handler(to(writer.export.customers)),
      flow: os.export.flow.handler(to(writer.export.flow)),
      rows: os.export.rows.handler(to(writer.export.rows)),
      features: os.export.features.handler(to(writer.export.features)),
      workbook: os.export.workbook.handler(to(writer.export.workbook)),
      report: os.export.report.handler(to(writer.export.report)),
    },
    report: {
      get: os.report.get.handler(to(reader.report.get)),
      material: os.report.material.handler(to(reader.report.material)),
      compose: os.report.compose.handler(to(writer.report.compose)),
    },
    journal: {
      list: os.journal.list.handler(to(reader.journal.list)),
      undo: os.journal.undo.handler(to(writer.journal.undo)),
      redo: os.journal.redo.handler(to(writer.journal.redo)),
    },
  });
};
