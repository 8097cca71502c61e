import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { AppError } from '../../../shared/errors.ts';
import { errorAnswer, plainAnswer } from './answers.ts';
import type { Core } from './start-core.ts';

/** A finished export, streamed, under the name it was given. */
export const sendFile = async (core: Core, id: string): Promise<Response> => {
  const file = await core.file(id);
  const handle = file && (await open(file.path).catch(() => null));
  if (!file || !handle) return errorAnswer(new AppError('notFound', { what: 'file', id }), 404);
  const { size } = await handle.stat();
  const body = Readable.toWeb(handle.createReadStream()) as unknown as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': file.mime,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
};

/**
 * A dropped file, streamed to a private temporary folder under its own name, which the import reads and shows.
 * A body that breaks off leaves nothing behind.
 */
export const receiveFile = async (core: Core, request: Request, name: string): Promise<Response> => {
  const safe = basename(name.replaceAll('\\', '/'));
  if (safe === '' || safe === '.' || safe === '..' || safe.includes('\0'))
    return plainAnswer(400, 'A file needs a name.');
  const folder = join(core.paths.temporary, 'dropped', randomUUID());
  const path = join(folder, safe);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const source = request.body ? Readable.fromWeb(request.body as NodeReadableStream) : Readable.from([]);
    await pipeline(source, createWriteStream(path, { mode: 0o600 }));
    return Response.json({ path });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      return errorAnswer(new AppError('diskFull', { file: safe }), 507);
    return errorAnswer(new AppError('fileUnreadable', { file: safe, reason: 'it did not arrive whole' }), 400);
  }
};
