import { AppError } from '../../../shared/errors.ts';
import { type FileIdentity, readBytes, readRange, throwIfAborted, withFile } from './file-bytes.ts';
import type { ByteSource } from './zip.ts';

/** A spreadsheet inside a packed file is unpacked into memory, for it is read from its end; real ones are small. */
const unpackedLimit = 512 * 1024 * 1024;
const megabyte = 1024 * 1024;

const unpack = async (identity: FileIdentity, gzip: boolean, signal: AbortSignal | undefined): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of readBytes(identity, gzip, { signal })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > unpackedLimit)
      throw new AppError('fileTooLarge', {
        file: identity.file,
        megabytes: Math.round(bytes / megabyte),
        limitMegabytes: unpackedLimit / megabyte,
      });
  }
  return Buffer.concat(chunks);
};

async function* readSlice(
  whole: Buffer,
  start: number,
  end: number,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += 65_536) {
    throwIfAborted(signal);
    const chunk = whole.subarray(at, Math.min(end, at + 65_536));
    onBytes?.(at + chunk.length - start);
    yield chunk;
  }
}

/** Runs `use` on a file that can be read from anywhere, and closes it whatever happens. */
export async function* withSource<T>(
  identity: FileIdentity,
  gzip: boolean,
  signal: AbortSignal | undefined,
  use: (source: ByteSource) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const { file } = identity;
  if (!gzip && !identity.unpack) {
    yield* withFile(identity, (handle) =>
      use({
        file,
        bytes: identity.bytes,
        read: (start, end, ...rest) => readRange(handle, start, end, rest[0], rest[1]),
      }),
    );
    return;
  }
  const whole = await unpack(identity, gzip, signal);
  yield* use({ file, bytes: whole.length, read: (...range) => readSlice(whole, ...range) });
}
