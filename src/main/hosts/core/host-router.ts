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
    project: {
      create: os.project.create.handler(to(writer.project.create)),
      open: os.project.open.handler(to(writer.project.open)),
      close: os.project.close.handler(to(writer.project.close)),
      info: os.project.info.handler(to(reader.project.info)),
      recents: os.project.recents.handler(to(reader.project.recents)),
      sample: os.project.sample.handler(to(writer.project.sample)),
    },
    source: {
      preview: os.source.preview.handler(to(writer.source.preview)),
      import: os.source.import.handler(to(writer.source.import)),
      list: os.source.list.handler(to(reader.source.list)),
      rows: os.source.rows.handler(to(reader.source.rows)),
      setAside: os.source.setAside.handler(to(reader.source.setAside)),
      setRule: os.source.setRule.handler(to(writer.source.setRule)),
    },
    features: {
      catalogue: os.features.catalogue.handler(to(reader.features.catalogue)),
      compute: os.features.compute.handler(to(writer.features.compute)),
      define: os.features.define.handler(to(writer.features.define)),
      remove: os.features.remove.handler(to(writer.features.remove)),
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
      fix: os.quality.fix.handler(to(writer.quality.fix)),
      preview: os.quality.preview.handler(to(writer.quality.preview)),
    },
    segment: {
      rename: os.segment.rename.handler(to(writer.segment.rename)),
      recolour: os.segment.recolour.handler(to(writer.segment.recolour)),
    },
    tree: {
      grow: os.tree.grow.handler(to(writer.tree.grow)),
      get: os.tree.get.handler(to(reader.tree.get)),
      cut: os.tree.cut.handler(to(writer.tree.cut)),
    },
    customers: {
      page: os.customers.page.handler(to(reader.customers.page)),
      story: os.customers.story.handler(to(reader.customers.story)),
    },
    export: {
      table: os.export.table.handler(to(writer.export.table)),
      features: os.export.features.handler(to(writer.export.features)),
      report: os.export.report.handler(to(writer.export.report)),
    },
    journal: {
      list: os.journal.list.handler(to(reader.journal.list)),
      undo: os.journal.undo.handler(to(writer.journal.undo)),
      redo: os.journal.redo.handler(to(writer.journal.redo)),
    },
  });
};
