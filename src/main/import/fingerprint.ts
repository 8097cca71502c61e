import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const piece = 64 * 1024;
/** Files up to this size are looked at whole, larger ones in as many pieces as fit. */
const wholeUpTo = 32 * 1024 * 1024;

const readAt = async (handle: FileHandle, at: number, bytes: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, at);
  return buffer.subarray(0, bytesRead);
};

/**
 * What tells a file from others without keeping it: its size and a hash (SHA-256) of its bytes, of a large one of 512
 * pieces spread evenly from its first byte to its last. Null where it cannot be read. At most 32 MB are read.
 */
export const fingerprintOf = async (path: string): Promise<string | null> => {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path);
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    const pieces = Math.ceil(Math.min(size, wholeUpTo) / piece);
    for (let i = 0; i < pieces; i += 1) {
      const at = size <= wholeUpTo ? i * piece : Math.floor((i * (size - piece)) / (pieces - 1));
      hash.update(await readAt(handle, at, Math.min(piece, size - at)));
    }
    return `${size}-${hash.digest('hex')}`;
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
};
