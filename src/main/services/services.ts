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
/** A query that may take long, and hears of an asker who gave up. */
type CancellableQuery<G extends keyof Contract, M extends keyof Contract[G] & keyof Inputs[G] & keyof Outputs[G]> = (
  input: Inputs[G][M],
  signal?: AbortSignal | undefined,
) => Promise<Outputs[G][M]>;
type Job<G extends keyof Contract, M extends keyof Contract[G] & keyof Inputs[G] & keyof Outputs[G]> = (
  input: Inputs[G][M],
  job: JobContext,
) => Promise<ResultOf<Outputs[G][M]>>;

/** Commands and jobs: assembled in the writer thread. Inputs are validated (defaults filled in) before they arrive. */
export interface WriterServices {
  readonly preferences: { set: Query<'preferences', 'set'> };
  readonly project: {
    create: Query<'project', 'create'>;
    open: Query<'project', 'open'>;
    close: Query<'project', 'close'>;
    sample: Job<'project', 'sample'>;
  };
  readonly source: {
    look: Job<'source', 'look'>;
    preview: Job<'source', 'preview'>;
    import: Job<'source', 'import'>;
    reread: Job<'source', 'reread'>;
    setRule: Query<'source', 'setRule'>;
  };
  readonly recipe: {
    preview: Job<'recipe', 'preview'>;
    import: Job<'recipe', 'import'>;
    watch: Query<'recipe', 'watch'>;
    unwatch: Query<'recipe', 'unwatch'>;
  };
  readonly features: {
    compute: Job<'features', 'compute'>;
    relations: Job<'features', 'relations'>;
    define: Query<'features', 'define'>;
    remove: Query<'features', 'remove'>;
  };
  readonly predict: { customers: Job<'predict', 'customers'> };
  readonly quality: {
    report: Job<'quality', 'report'>;
    fix: Job<'quality', 'fix'>;
    preview: Job<'quality', 'preview'>;
  };
  readonly identity: {
    find: Job<'identity', 'find'>;
    mergeSure: Job<'identity', 'mergeSure'>;
    decide: Job<'identity', 'decide'>;
    split: Job<'identity', 'split'>;
  };
  readonly joins: {
    find: Job<'joins', 'find'>;
    switch: Query<'joins', 'switch'>;
    try: Job<'joins', 'try'>;
    add: Job<'joins', 'add'>;
    remove: Query<'joins', 'remove'>;
  };
  readonly segmentation: {
    run: Job<'segmentation', 'run'>;
    activate: Query<'segmentation', 'activate'>;
    trust: Job<'segmentation', 'trust'>;
    neighbours: Job<'segmentation', 'neighbours'>;
  };
  readonly segment: {
    rename: Query<'segment', 'rename'>;
    recolour: Query<'segment', 'recolour'>;
    merge: Job<'segment', 'merge'>;
    split: Job<'segment', 'split'>;
    freeze: Query<'segment', 'freeze'>;
  };
  readonly selection: {
    save: Query<'selection', 'save'>;
    rename: Query<'selection', 'rename'>;
    recolour: Query<'selection', 'recolour'>;
    remove: Query<'selection', 'remove'>;
  };
  readonly customers: { exclude: Job<'customers', 'exclude'>; include: Job<'customers', 'include'> };
  readonly tree: { grow: Job<'tree', 'grow'>; cut: Job<'tree', 'cut'> };
  readonly compare: { ways: Job<'compare', 'ways'>; rebuild: Job<'compare', 'rebuild'> };
  readonly explain: { recount: Job<'explain', 'recount'> };
  readonly export: {
    customers: Job<'export', 'customers'>;
    flow: Job<'export', 'flow'>;
    table: Job<'export', 'table'>;
    rows: Job<'export', 'rows'>;
    features: Job<'export', 'features'>;
    workbook: Job<'export', 'workbook'>;
    report: Job<'export', 'report'>;
  };
  readonly report: { compose: Query<'report', 'compose'> };
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
    rows: CancellableQuery<'source', 'rows'>;
    place: CancellableQuery<'source', 'place'>;
    spread: CancellableQuery<'source', 'spread'>;
    setAside: Query<'source', 'setAside'>;
  };
  readonly recipe: { list: Query<'recipe', 'list'>; watched: Query<'recipe', 'watched'> };
  readonly features: { catalogue: Query<'features', 'catalogue'>; check: Query<'features', 'check'> };
  readonly predict: { last: Query<'predict', 'last'>; people: Query<'predict', 'people'> };
  readonly quality: { last: Query<'quality', 'last'>; rows: Query<'quality', 'rows'> };
  readonly identity: {
    get: Query<'identity', 'get'>;
    sure: Query<'identity', 'sure'>;
    queue: Query<'identity', 'queue'>;
    merged: Query<'identity', 'merged'>;
  };
  readonly joins: { list: Query<'joins', 'list'>; unmatched: Query<'joins', 'unmatched'> };
  readonly segmentation: {
    list: Query<'segmentation', 'list'>;
    get: Query<'segmentation', 'get'>;
    flows: Query<'segmentation', 'flows'>;
    byRules: Query<'segmentation', 'byRules'>;
  };
  readonly tree: { get: Query<'tree', 'get'> };
  readonly selection: { list: Query<'selection', 'list'> };
  readonly customers: {
    page: CancellableQuery<'customers', 'page'>;
    columns: Query<'customers', 'columns'>;
    matching: CancellableQuery<'customers', 'matching'>;
    place: CancellableQuery<'customers', 'place'>;
    lines: Query<'customers', 'lines'>;
    portrait: CancellableQuery<'customers', 'portrait'>;
    excluded: Query<'customers', 'excluded'>;
    story: Query<'customers', 'story'>;
  };
  readonly compare: {
    runs: Query<'compare', 'runs'>;
    customers: Query<'compare', 'customers'>;
    months: Query<'compare', 'months'>;
  };
  readonly report: { get: Query<'report', 'get'>; material: Query<'report', 'material'> };
  readonly explain: { number: Query<'explain', 'number'> };
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
