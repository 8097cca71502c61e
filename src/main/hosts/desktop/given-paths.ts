import { resolve } from 'node:path';
import * as z from 'zod';
import { hasReadableEnding } from '../../../shared/model/readable-files.ts';

const isReadable = (word: string): boolean => /\.tessera$/i.test(word) || hasReadableEnding(word);

/**
 * The files that a command line names: a double click, “open with”, or a terminal. Only names with an ending that
 * Tessera reads, because Chromium adds words of its own.
 */
export const givenPaths = (argv: readonly string[], folder: string): string[] =>
  argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && isReadable(word))
    .map((word) => resolve(folder, word));

/** What a second start hands over to the first. */
export const handoverSchema = z.object({ paths: z.array(z.string().max(32_768)).max(50) });
