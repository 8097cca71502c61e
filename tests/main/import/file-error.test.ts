import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileError } from '../../../src/main/import/file-error.ts';
import { AppError } from '../../../src/shared/errors.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code, errno: -1, syscall: 'open' });
const thrownBy = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('fileError', () => {
  it.each([
    ['ENOENT', 'fileMissing'],
    ['ENOTDIR', 'fileMissing'],
    ['EACCES', 'fileLocked'],
    ['EPERM', 'fileLocked'],
    ['EBUSY', 'fileLocked'],
    ['EISDIR', 'fileUnreadable'],
    ['EIO', 'fileUnreadable'],
    ['EOVERFLOW', 'fileUnreadable'],
    ['ENOSPC', 'diskFull'],
  ])('turns %s into %s with the name of the file', (code, expected) => {
    const cause = systemError(code);
    expect(fileError(cause, 'shop.csv')).toMatchObject({ code: expected, details: { file: 'shop.csv' }, cause });
  });

  it('knows what the system and zlib really throw', async () => {
    const missing = await readFile(join(tmpdir(), 'tessera-no-such-file')).catch((error: unknown) => error);
    expect(fileError(missing, 'a')).toMatchObject({ code: 'fileMissing' });
    const folder = await readFile(tmpdir()).catch((error: unknown) => error);
    expect(fileError(folder, 'a')).toMatchObject({
      code: 'fileUnreadable',
      details: { reason: 'it is a folder, not a file' },
    });
    const packed = gzipSync('some text that is long enough to be cut');
    const cut = thrownBy(() => gunzipSync(packed.subarray(0, packed.length - 12)));
    expect(fileError(cut, 'a')).toMatchObject({ code: 'fileDamaged', details: { reason: 'it ends too early' } });
    expect(
      fileError(
        thrownBy(() => inflateRawSync(Buffer.from([255, 255, 255, 255]))),
        'a',
      ),
    ).toMatchObject({
      code: 'fileDamaged',
    });
    const aborted = await readFile(import.meta.filename, { signal: AbortSignal.abort() }).catch(
      (error: unknown) => error,
    );
    expect(fileError(aborted, 'a')).toMatchObject({ code: 'cancelled' });
  });

  it('leaves AppErrors and bugs as they are', () => {
    for (const error of [new AppError('fileEmpty', { file: 'a' }), new TypeError('x is undefined'), 'text', undefined])
      expect(fileError(error, 'shop.csv')).toBe(error);
  });
});
