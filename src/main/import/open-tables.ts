import { basename } from 'node:path';
import { fileError } from './file-error.ts';
import type { RawTable } from './raw-table.ts';
import { identifyFile, readFirstBytes } from './readers/file-bytes.ts';
import { openText } from './readers/open-text.ts';
import type { ReadOptions } from './types.ts';

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Opens a file as tables: one for text, one for every sheet of a spreadsheet that is visible and holds rows. What it is
 * follows from its contents, not from its name.
 * @throws AppError saying what is wrong with the file; `cancelled`
 */
export const openTables = async (path: string, options: ReadOptions): Promise<RawTable[]> => {
  try {
    const identity = await identifyFile(path);
    const gzip = isGzip(await readFirstBytes(identity, false, 2, options));
    return [await openText(identity, gzip, options)];
  } catch (error) {
    throw fileError(error, basename(path));
  }
};
