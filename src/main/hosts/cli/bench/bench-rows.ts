import type { Layout } from './bench-data.ts';
import type { BenchTask } from './tasks.ts';

/** One line of the table: a piece of work, who else does it, and how much faster Tessera is to be. */
export interface BenchRow {
  readonly work: string;
  readonly task: BenchTask;
  /** How the rows lie; `given` where they are somebody's own. */
  readonly layout: Layout | 'given';
  readonly rows: number;
  readonly threads: number;
  /** Whom to beat: the peers' script's task and peer with the rows it gets, or a library that runs here. */
  readonly peer: { readonly task: string; readonly name: string; readonly rows: number } | 'ml-kmeans';
  /** Times faster; 1 where only not slower is asked for. */
  readonly target: number;
}

const rowsFor = (layout: BenchRow['layout'], cores: number, scale: number): BenchRow[] => {
  const demanding = layout === 'separated' || layout === 'given';
  const goal = (target: number): number => (demanding ? target : 1);
  const row = (
    work: string,
    task: BenchTask,
    count: number,
    threads: number,
    by: BenchRow['peer'],
    target: number,
  ) => ({
    work,
    task,
    layout,
    rows: rows(count),
    threads,
    peer: by,
    target: goal(target),
  });
  const rows = (count: number): number => Math.max(1000, Math.round(count * scale));
  const peer = (task: string, name: string, count: number) => ({ task, name, rows: rows(count) });
  const million = 1_000_000;
  return [
    row('k-means, k 8, same start', 'kmeans', million, cores, peer('kmeans', 'sklearn-lloyd', million), 7),
    row('k-means, k 8, same start', 'kmeans', million, 1, peer('kmeans', 'sklearn-lloyd', million), 7),
    row('k-means, k 8, same start', 'kmeans', 100_000, 1, peer('kmeans', 'sklearn-lloyd', 100_000), 6),
    row('k-means, k 8, same start', 'kmeans', million, cores, 'ml-kmeans', 40),
    row('exact Ward tree', 'ward', 20_000, cores, peer('ward', 'linkage_vector', 20_000), 8),
    row('exact Ward tree', 'ward', 20_000, cores, peer('ward', 'scipy', 20_000), 50),
    ...(demanding
      ? [
          row('exact Ward tree', 'ward', 100_000, cores, peer('ward', 'linkage_vector', 100_000), 20),
          row('micro-cluster tree', 'microward', million, cores, peer('ward', 'linkage_vector', 50_000), 1),
        ]
      : []),
    row('exact silhouette', 'silhouette', 10_000, cores, peer('silhouette', 'sklearn', 10_000), 6),
    row('sweep k 2–12 × 10 restarts', 'sweep', 100_000, cores, peer('sweep', 'sklearn', 100_000), 5),
    row('PCA to 2', 'pca', million, cores, peer('pca', 'sklearn', million), 10),
    ...(demanding ? [row('map to 2', 'map', 10_000, cores, peer('tsne', 'sklearn', 10_000), 3)] : []),
  ];
};

/** Every line of the table. */
export const benchRows = (layouts: readonly BenchRow['layout'][], cores: number, scale: number): BenchRow[] =>
  layouts.flatMap((layout) => rowsFor(layout, cores, scale));
