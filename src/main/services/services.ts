import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../shared/api/contract.ts';
import type { ResultOf } from '../../shared/api/job-stream.ts';
import type { ColumnSpec } from '../../shared/api/routes.ts';
import type { JobStage } from '../../shared/model/job.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

/** What a running job is handed: where to report, and how it hears of a cancel. */
export interface JobContext {
  readonly signal: AbortSignal;
  /** Fraction of the whole job; the caller keeps it from falling. */
  progress(stage: JobStage, fraction: number): void;
}

type Query<G extends keyof Contract, M extends keyof Contract[G] & keyof Inputs[G] & keyof Outputs[G]> = (
  input: Inputs[G][M],
) => Promise<Outputs[G][M]>;
type Job<G extends keyof Contract, M extends keyof Contract[G] & keyof Inputs[G] & keyof Outputs[G]> = (
  input: Inputs[G][M],
  job: JobContext,
) => Promise<ResultOf<Outputs[G][M]>>;

/** Commands and jobs: assembled in the writer thread. Inputs are validated (defaults filled in) before they arrive. */
export interface WriterServices {
  readonly project: {
    create: Query<'project', 'create'>;
    open: Query<'project', 'open'>;
    close: Query<'project', 'close'>;
    sample: Job<'project', 'sample'>;
  };
  readonly source: {
    preview: Job<'source', 'preview'>;
    import: Job<'source', 'import'>;
    setRule: Query<'source', 'setRule'>;
  };
  readonly features: {
    compute: Job<'features', 'compute'>;
    define: Query<'features', 'define'>;
    remove: Query<'features', 'remove'>;
  };
  readonly quality: {
    report: Job<'quality', 'report'>;
    fix: Job<'quality', 'fix'>;
    preview: Job<'quality', 'preview'>;
  };
  readonly segmentation: {
    run: Job<'segmentation', 'run'>;
    activate: Query<'segmentation', 'activate'>;
    trust: Job<'segmentation', 'trust'>;
    neighbours: Job<'segmentation', 'neighbours'>;
  };
  readonly segment: { rename: Query<'segment', 'rename'>; recolour: Query<'segment', 'recolour'> };
  readonly tree: { grow: Job<'tree', 'grow'>; cut: Job<'tree', 'cut'> };
  readonly export: {
    table: Job<'export', 'table'>;
    features: Job<'export', 'features'>;
    report: Job<'export', 'report'>;
  };
  readonly journal: { undo: Query<'journal', 'undo'>; redo: Query<'journal', 'redo'> };
  /** Where a finished export stands; null where there is none of that id. Served by `GET /files/<id>`. */
  file(id: string): Promise<{ path: string; name: string; mime: string } | null>;
  /** Closes the project in one file and lets go of everything. */
  dispose(): Promise<void>;
}

/** Queries: assembled in the reader thread over its own read-only connection. */
export interface ReaderServices {
  /** Follows the writer: called with the path after create and open, with null before close. */
  attach(path: string | null): Promise<void>;
  readonly project: { info: Query<'project', 'info'>; recents: Query<'project', 'recents'> };
  readonly source: {
    list: Query<'source', 'list'>;
    rows: Query<'source', 'rows'>;
    setAside: Query<'source', 'setAside'>;
  };
  readonly features: { catalogue: Query<'features', 'catalogue'> };
  readonly segmentation: {
    list: Query<'segmentation', 'list'>;
    get: Query<'segmentation', 'get'>;
    flows: Query<'segmentation', 'flows'>;
    byRules: Query<'segmentation', 'byRules'>;
  };
  readonly tree: { get: Query<'tree', 'get'> };
  readonly customers: { page: Query<'customers', 'page'>; story: Query<'customers', 'story'> };
  readonly journal: { list: Query<'journal', 'list'> };
  /** Raw little-endian bytes of one column, rows in snapshot order (see shared/api/routes.ts). */
  column(spec: ColumnSpec): Promise<Float64Array | Int32Array>;
  dispose(): Promise<void>;
}

/** Folders the services may write to, all outside the project. */
export interface ServicePaths {
  /** Settings and the list of recent projects. */
  readonly userData: string;
  /** Where new projects go when nobody says otherwise. */
  readonly documents: string;
  /** Private, emptied on start: finished exports, dropped files. */
  readonly temporary: string;
  /** Files shipped with the app: the sample shop. */
  readonly assets: string;
}
