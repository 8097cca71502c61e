import { type SideKey, sideKeySchema } from '../model/comparison.ts';

/**
 * The binary routes beside the contract, the same under every host.
 *
 * - `GET  /columns/<spec>`: one column of numbers as raw little-endian bytes, rows in snapshot order.
 *   specs: `features/<snapshotId>/<feature key>` (Float64, NaN = missing), `labels/<segmentationId>` (Int32, −1 = none),
 *   `prepared/<segmentationId>/<feature key>` (Float64), `map/<segmentationId>/<0|1>` (Float64: first two principal axes),
 *   `own/<own segment id>/<segmentationId>` (Int32: rows of the run's snapshot, rising),
 *   `same/<snapshotId>/<segmentationId>` (Int32: each customer's row in the run's snapshot, −1 where it is not in it),
 *   `near/<segmentationId>/<0|1>` (Float64: the map of neighbours, where it has been drawn),
 *   `tree/<treeId>/<left|right|heights>` (every merge's two children in drawing order, Int32, and its height, Float64;
 *   children below the number of customers are snapshot rows, others merges counted from there),
 *   `effects/<treeId>/<feature key>` (Float64: how far each customer is from everybody's mean, in standard deviations on
 *   the scale that the tree grew on),
 *   `flow/<snapshotId>/<key>~<key>` (Int32: by which flow from one segmentation to the other each customer went, −1 where it is in neither).
 * - `GET  /files/<id>`: a finished export, with its name in Content-Disposition.
 * - `PUT  /files/<name>`: streams a dropped file into a private temporary folder; answers `{"path": "…"}`.
 * - `POST /rpc/…`: the contract.
 */
export const routes = { rpc: '/rpc', columns: '/columns', files: '/files' } as const;

const treeParts = ['left', 'right', 'heights'] as const;
export type TreePart = (typeof treeParts)[number];

export type ColumnSpec =
  | { readonly of: 'features'; readonly snapshotId: number; readonly feature: string }
  | { readonly of: 'labels'; readonly segmentationId: number }
  | { readonly of: 'own'; readonly ownId: number; readonly segmentationId: number }
  | { readonly of: 'same'; readonly snapshotId: number; readonly segmentationId: number }
  | { readonly of: 'prepared'; readonly segmentationId: number; readonly feature: string }
  | { readonly of: 'map'; readonly segmentationId: number; readonly axis: 0 | 1 }
  | { readonly of: 'near'; readonly segmentationId: number; readonly axis: 0 | 1 }
  | { readonly of: 'tree'; readonly treeId: number; readonly part: TreePart }
  | { readonly of: 'effects'; readonly treeId: number; readonly feature: string }
  | { readonly of: 'flow'; readonly snapshotId: number; readonly a: SideKey; readonly b: SideKey };

export const columnPath = (spec: ColumnSpec): string => {
  switch (spec.of) {
    case 'features':
      return `${routes.columns}/features/${spec.snapshotId}/${encodeURIComponent(spec.feature)}`;
    case 'labels':
      return `${routes.columns}/labels/${spec.segmentationId}`;
    case 'own':
      return `${routes.columns}/own/${spec.ownId}/${spec.segmentationId}`;
    case 'same':
      return `${routes.columns}/same/${spec.snapshotId}/${spec.segmentationId}`;
    case 'prepared':
      return `${routes.columns}/prepared/${spec.segmentationId}/${encodeURIComponent(spec.feature)}`;
    case 'flow':
      return `${routes.columns}/flow/${spec.snapshotId}/${spec.a}~${spec.b}`;
    case 'map':
    case 'near':
      return `${routes.columns}/${spec.of}/${spec.segmentationId}/${spec.axis}`;
    case 'tree':
      return `${routes.columns}/tree/${spec.treeId}/${spec.part}`;
    case 'effects':
      return `${routes.columns}/effects/${spec.treeId}/${encodeURIComponent(spec.feature)}`;
  }
};

const sideKeyOf = (text: string): SideKey | null => {
  const found = sideKeySchema.safeParse(/^\d{1,15}$/.test(text) ? Number(text) : text);
  return found.success ? found.data : null;
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
  if (of === 'own' && /^\d{1,15}$/.test(rest)) return { of, ownId: key, segmentationId: Number(rest) };
  if (of === 'same' && /^\d{1,15}$/.test(rest)) return { of, snapshotId: key, segmentationId: Number(rest) };
  if (of === 'features') return { of, snapshotId: key, feature: decodeURIComponent(rest) };
  if (of === 'prepared') return { of, segmentationId: key, feature: decodeURIComponent(rest) };
  if (of === 'flow') {
    const [a, b, others] = rest.split('~').map(sideKeyOf);
    return a != null && b != null && others === undefined ? { of, snapshotId: key, a, b } : null;
  }
  if ((of === 'map' || of === 'near') && (rest === '0' || rest === '1'))
    return { of, segmentationId: key, axis: rest === '0' ? 0 : 1 };
  if (of === 'effects') return { of, treeId: key, feature: decodeURIComponent(rest) };
  const part = treeParts.find((one) => one === rest);
  if (of === 'tree' && part !== undefined) return { of, treeId: key, part };
  return null;
};
