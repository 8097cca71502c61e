import { importFiles } from './import-files.ts';
import type { Answers } from './import-flow.ts';
import { pickFiles } from './pick-files.ts';

/** Files that were dropped. */
export const takeFiles = (files: readonly File[]): Promise<void> => importFiles(files);

/** Asks for spreadsheets and reads them. */
export const openSpreadsheet = async (target: Answers['target'] = 'new'): Promise<void> => {
  const files = await pickFiles();
  if (files.length > 0) await importFiles(files, target);
};
