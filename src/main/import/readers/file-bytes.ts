import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { ReadOptions } from '../types.ts';

/** Bytes read at once: large enough to be quick, small enough that what is cut from them dies young. */
const chunkBytes = 64 * 1024;

/** A file as it was when it was opened; reading it later notices when it is another one. */
export interface FileIdentity {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Where it is a member of an archive: its own bytes out of the archive's. */
  readonly unpack?: (
    handle: FileHandle,
    signal: AbortSignal | undefined,
    onFraction: (fraction: number) => void,
  ) => AsyncGenerator<Buffer>;
}

export const throwIfAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new AppError('cancelled');
};

/**
 * @throws AppError `fileUnreadable` for folders and devices, `fileEmpty` for zero bytes; system errors pass through
 */
export const identifyFile = async (path: string): Promise<FileIdentity> => {
  const file = basename(path);
  const found = await stat(path);
  if (found.isDirectory()) throw new AppError('fileUnreadable', { file, reason: 'it is a folder, not a file' });
  if (!found.isFile()) throw new AppError('fileUnreadable', { file, reason: 'it is a device, not a file' });
  if (found.size === 0) throw new AppError('fileEmpty', { file });
  return { path, file, bytes: found.size, modifiedMs: found.mtimeMs };
};

const throwIfChanged = async (handle: FileHandle, identity: FileIdentity): Promise<void> => {
  const now = await handle.stat();
  if (now.size !== identity.bytes || now.mtimeMs !== identity.modifiedMs)
    throw new AppError('fileChanged', { file: identity.file });
};

/** Opens the file, runs `use` on it, and closes it whatever happens; before and after it must be the file of `identity`. */
export async function* withFile<T>(
  identity: FileIdentity,
  use: (handle: FileHandle) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const handle = await open(identity.path, 'r');
  try {
    await throwIfChanged(handle, identity);
    yield* use(handle);
    await throwIfChanged(handle, identity);
  } finally {
    await handle.close();
  }
}

/** A chunk that is being read; what fails shows to whoever waits for it, and to nobody else. */
const beginRead = (handle: FileHandle, position: number, end: number) => {
  const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(chunkBytes, end - position)));
  const reading = handle.read(buffer, 0, buffer.length, position);
  reading.catch(() => undefined);
  return reading;
};

/**
 * The bytes from `start` up to `end` in chunks, each read while the one before it is worked on; `onBytes` hears how many
 * have been read so far.
 */
export async function* readRange(
  handle: FileHandle,
  start: number,
  end: number,
  signal: AbortSignal | undefined,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  throwIfAborted(signal);
  let next = start < end ? beginRead(handle, start, end) : null;
  for (let position = start; next !== null; ) {
    const { bytesRead, buffer } = await next;
    throwIfAborted(signal);
    if (bytesRead === 0) return;
    position += bytesRead;
    next = position < end ? beginRead(handle, position, end) : null;
    onBytes?.(position - start);
    yield buffer.subarray(0, bytesRead);
    throwIfAborted(signal);
  }
}

/** Sends chunks through a transforming stream; both are destroyed when the caller stops early or anything fails. */
export async function* pipeThrough(
  chunks: AsyncGenerator<Buffer>,
  transform: NodeJS.ReadWriteStream & { destroy(): void },
): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks, { objectMode: false, highWaterMark: chunkBytes });
  // A failure of either side destroys the other with the same error, which the loop below then throws.
  pipeline(source, transform, () => {});
  try {
    for await (const chunk of transform) yield chunk as Buffer;
  } finally {
    source.destroy();
    transform.destroy();
  }
}

/**
 * Streams a file, unpacked where it is gzip. Memory is a few chunks whatever the size.
 * @throws AppError `cancelled`, `fileChanged`; system and zlib errors pass through
 */
export const readBytes = (
  identity: FileIdentity,
  gzip: boolean,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<Buffer> =>
  withFile(identity, async function* (handle) {
    const raw = identity.unpack
      ? identity.unpack(handle, signal, (fraction) => onProgress?.(fraction))
      : readRange(handle, 0, identity.bytes, signal, (bytes) => onProgress?.(bytes / identity.bytes));
    if (gzip) yield* pipeThrough(raw, createGunzip({ chunkSize: chunkBytes }));
    else yield* raw;
    throwIfAborted(signal);
  });

/** Up to `count` bytes from the beginning. */
export const readFirstBytes = async (identity: FileIdentity, gzip: boolean, count: number, options: ReadOptions) => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of readBytes(identity, gzip, { signal: options.signal })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
};

/** Up to `count` bytes from the end, as they are in the file; of a member of an archive, its own. */
export const readLastBytes = async (identity: FileIdentity, count: number): Promise<Buffer> => {
  let last = Buffer.alloc(0);
  const bytes = identity.unpack
    ? readBytes(identity, false, {})
    : withFile(identity, (handle) => readRange(handle, Math.max(0, identity.bytes - count), identity.bytes, undefined));
  for await (const chunk of bytes) last = Buffer.concat([last, chunk]).subarray(-count);
  return last;
};
