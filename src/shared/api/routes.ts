/**
 * The binary routes beside the contract, the same under every host.
 *
 * - `GET  /columns/<spec>`: one column of numbers as raw little-endian bytes, rows in snapshot order.
 *   specs: `features/<snapshotId>/<feature key>` (Float64, NaN = missing), `labels/<segmentationId>` (Int32, −1 = none),
 *   `prepared/<segmentationId>/<feature key>` (Float64), `map/<segmentationId>/<0|1>` (Float64: first two principal axes),
 *   `near/<segmentationId>/<0|1>` (Float64: the map of neighbours, where it has been drawn).
 * - `GET  /files/<id>`: a finished export, with its name in Content-Disposition.
 * - `PUT  /files/<name>`: streams a dropped file into a private temporary folder; answers `{"path": "…"}`.
 * - `POST /rpc/…`: the contract.
 */
export const routes = { rpc: '/rpc', columns: '/columns', files: '/files' } as const;

export type ColumnSpec =
  | { readonly of: 'features'; readonly snapshotId: number; readonly feature: string }
  | { readonly of: 'labels'; readonly segmentationId: number }
  | { readonly of: 'prepared'; readonly segmentationId: number; readonly feature: string }
  | { readonly of: 'map'; readonly segmentationId: number; readonly axis: 0 | 1 }
  | { readonly of: 'near'; readonly segmentationId: number; readonly axis: 0 | 1 };

export const columnPath = (spec: ColumnSpec): string => {
  switch (spec.of) {
    case 'features':
      return `${routes.columns}/features/${spec.snapshotId}/${encodeURIComponent(spec.feature)}`;
    case 'labels':
      return `${routes.columns}/labels/${spec.segmentationId}`;
    case 'prepared':
      return `${routes.columns}/prepared/${spec.segmentationId}/${encodeURIComponent(spec.feature)}`;
    case 'map':
    case 'near':
      return `${routes.columns}/${spec.of}/${spec.segmentationId}/${spec.axis}`;
  }
};

/** Null where the path is none of ours; `path` is what `columnPath` made. */
export const parseColumnPath = (path: string): ColumnSpec | null => {
  const [root, of, number, rest, more] = path.slice(1).split('/');
  if (
    `/${root}` !== routes.columns ||
    of === undefined ||
    number === undefined ||
    !/^\d{1,15}$/.test(number) ||
    more !== undefined
  )
    return null;
  const key = Number(number);
  if (of === 'labels' && rest === undefined) return { of, segmentationId: key };
  if (rest === undefined) return null;
  if (of === 'features') return { of, snapshotId: key, feature: decodeURIComponent(rest) };
  if (of === 'prepared') return { of, segmentationId: key, feature: decodeURIComponent(rest) };
  if ((of === 'map' || of === 'near') && (rest === '0' || rest === '1'))
    return { of, segmentationId: key, axis: rest === '0' ? 0 : 1 };
  return null;
};
