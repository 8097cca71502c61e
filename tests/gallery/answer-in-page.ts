import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { contract } from '../../src/shared/api/contract.ts';
import { type ColumnSpec, parseColumnPath, routes } from '../../src/shared/api/routes.ts';
import { AppError } from '../../src/shared/errors.ts';
import { usualPreferences } from '../../src/shared/model/preferences.ts';
import { madeTree } from './made-tree.ts';
import { ownSegments, shopOf } from './shops.ts';

/**
 * The host of the gallery: answers the contract and the columns from made-up shops, in the page itself. What a picture
 * asks names its shop by the id of a segmentation, snapshot or tree, which are one number here.
 */
const os = implement(contract);
const lost = () => {
  throw new AppError('notFound', { what: 'segmentation', id: 0 });
};

const router = {
  preferences: { set: os.preferences.set.handler(() => usualPreferences) },
  source: { list: os.source.list.handler(() => []) },
  selection: { list: os.selection.list.handler(() => [...ownSegments]) },
  segmentation: { flows: os.segmentation.flows.handler(() => null) },
  customers: {
    page: os.customers.page.handler(({ input }) => {
      const { customers } = shopOf(input.segmentationId ?? 0) ?? lost();
      const rows = input.rows === undefined ? customers : input.rows.map((row) => customers[row]!);
      return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit), arranging: null };
    }),
  },
};
const handler = new RPCHandler(router);

const columnOf = (spec: ColumnSpec): Float64Array | Int32Array | undefined => {
  switch (spec.of) {
    case 'features':
      return shopOf(spec.snapshotId)?.columns.get(spec.feature);
    case 'labels':
      return shopOf(spec.segmentationId)?.labels;
    case 'map':
      return shopOf(spec.segmentationId)?.map[spec.axis];
    case 'tree': {
      const shop = shopOf(spec.treeId);
      return shop === undefined ? undefined : madeTree(shop)[spec.part];
    }
    case 'effects': {
      const column = shopOf(spec.treeId)?.columns.get(spec.feature);
      if (column === undefined) return undefined;
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) || 1;
      return column.map((value) => (value - mean) / deviation);
    }
    default:
      return undefined;
  }
};

const outside = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${routes.columns}/`)) {
    const spec = parseColumnPath(pathname);
    const column = spec === null ? undefined : columnOf(spec);
    return column === undefined ? new Response(null, { status: 404 }) : new Response(column.slice());
  }
  if (!pathname.startsWith(`${routes.rpc}/`)) return outside(request);
  const { matched, response } = await handler.handle(request, { prefix: routes.rpc, context: {} });
  return matched ? response : new Response(null, { status: 404 });
};
