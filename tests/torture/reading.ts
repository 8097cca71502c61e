import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createImporter } from '../../src/main/import/create-importer.ts';
import { writeCell } from '../../src/main/import/write-cell.ts';
import { isAppError } from '../../src/shared/errors.ts';
import type { SheetPreview } from '../../src/shared/model/source.ts';
import { say, sayError } from '../../src/shared/words/say.ts';
import { readAll, type TypedRows } from '../main/import/import-text.ts';

/** No file may take longer, nor the process more memory. */
export const longestMs = 30_000;
export const mostMemory = 1024 * 1024 * 1024;

export interface ReadFile {
  readonly preview: SheetPreview;
  /** Null where a person must say first what the columns are. */
  readonly typed: TypedRows | null;
}
export interface FailedFile {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

/** Previews and reads a file; its refusal with the sentence a person would see. Bugs are thrown on. */
export const readTorture = async (name: string, contents: string | Uint8Array): Promise<ReadFile | FailedFile> => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-torture-'));
  const path = join(folder, name);
  writeFileSync(path, contents);
  try {
    const importer = createImporter();
    const signal = AbortSignal.timeout(longestMs);
    const [preview] = await importer.preview([path], { signal });
    for (const remark of [...preview!.notes, ...preview!.doubts, ...preview!.evidence]) {
      const sentence = say(remark);
      if (/undefined|NaN|\[object|source\./.test(sentence)) throw new Error(`${remark.key}: ${sentence}`);
    }
    // Orders that do not say who cannot be read on; a person is asked first.
    if (preview!.doubts.some(({ key }) => key === 'source.doubt.noCustomer')) return { preview: preview!, typed: null };
    return { preview: preview!, typed: await readAll(preview!, importer) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code, details: error.details, sentence: sayError(error) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Every row as it was written, out of what is stored. */
export const writtenRows = ({ preview, typed }: ReadFile): string[][] => {
  const originals = new Map(typed!.originals.map(([row, column, text]) => [`${row} ${column}`, text]));
  return typed!.values.map((values, row) =>
    values.map((value, at) => originals.get(`${row} ${at}`) ?? writeCell(value, preview.columns[at]!)),
  );
};
