import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/api/contract.ts';
import { type ColumnSpec, columnPath, routes } from '../../shared/api/routes.ts';
import { AppError } from '../../shared/errors.ts';
import { fetchOrTakeEarly } from './early-answers.ts';
import { maskLink } from './mask-link.ts';
import { errorOfAnswer } from './to-app-error.ts';

export type Api = ContractRouterClient<Contract>;

/** Every method of the contract, over the host that served this page. */
export const api: Api = createORPCClient(
  maskLink(new RPCLink({ url: `${globalThis.location?.origin ?? ''}${routes.rpc}`, fetch: fetchOrTakeEarly })),
);

/** What a column holds: labels, flows and a tree's children are whole numbers, everything else is floating. */
export type ColumnOf<Spec extends ColumnSpec> = Spec extends
  | { of: 'labels' }
  | { of: 'own' | 'flow' | 'same' }
  | { of: 'tree'; part: 'left' | 'right' }
  ? Int32Array
  : Float64Array;

const isWhole = (spec: ColumnSpec): boolean =>
  ['labels', 'own', 'flow', 'same'].includes(spec.of) || (spec.of === 'tree' && spec.part !== 'heights');

/**
 * One column of numbers, rows in snapshot order (see shared/api/routes.ts).
 * @throws AppError `notFound` where the segmentation or feature is not there
 */
export const fetchColumn = async <Spec extends ColumnSpec>(
  spec: Spec,
  signal?: AbortSignal,
): Promise<ColumnOf<Spec>> => {
  const answer = await fetch(columnPath(spec), signal ? { signal } : {});
  if (!answer.ok) throw await errorOfAnswer(answer, 'column');
  const bytes = await answer.arrayBuffer();
  return (isWhole(spec) ? new Int32Array(bytes) : new Float64Array(bytes)) as ColumnOf<Spec>;
};

export interface UploadOptions {
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Streams a dropped file to the host’s private folder, on this computer, and says where it stands there.
 * XMLHttpRequest, because fetch tells nothing about how far an upload is.
 * @throws AppError `cancelled`, `diskFull`, `fileUnreadable`
 */
export const uploadFile = (file: File, { onProgress, signal }: UploadOptions = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${routes.files}/${encodeURIComponent(file.name)}`);
    request.responseType = 'text';
    request.upload.onprogress = (event) =>
      event.lengthComputable && onProgress?.(event.loaded / Math.max(1, event.total));
    request.onload = () => {
      if (request.status === 200) resolve((JSON.parse(request.responseText) as { path: string }).path);
      else errorOfAnswer(new Response(request.responseText, { status: request.status }), 'upload').then(reject);
    };
    request.onerror = () =>
      reject(new AppError('fileUnreadable', { file: file.name, reason: 'it did not arrive whole' }));
    request.onabort = () => reject(new AppError('cancelled'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted) reject(new AppError('cancelled'));
    else request.send(file);
  });
