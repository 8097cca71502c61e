import * as z from 'zod';
import { sheetPreviewSchema } from './source.ts';

/** What the first megabyte of a text file says. All of it is provisional: only all rows decide. */
export const firstLookSchema = sheetPreviewSchema
  .pick({
    path: true,
    file: true,
    bytes: true,
    modifiedMs: true,
    encoding: true,
    headerRow: true,
    kind: true,
    /** With the types and roles that these rows suggest. */
    columns: true,
    sample: true,
    /** How it was read, and that it is provisional. */
    evidence: true,
  })
  .extend({
    delimiter: z.string(),
    /** Rows that were looked at, and how many the file has: about, where it is longer than what was looked at. */
    rows: z.number().int(),
    aboutRows: z.number().int(),
    /** The whole file was looked at, so it holds. */
    isWhole: z.boolean(),
  });
export type FirstLook = z.infer<typeof firstLookSchema>;
