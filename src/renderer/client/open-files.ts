import { desktop } from './desktop.ts';
import { importFiles, importPaths, isProject } from './import-files.ts';
import type { Answers } from './import-flow.ts';
import { goTo } from './navigation.ts';
import { pickFiles } from './pick-files.ts';
import { openProject } from './project.ts';

/** Files where they stand on the disk: a project is opened, spreadsheets are read. */
export const takePaths = async (paths: readonly string[], target: Answers['target'] = 'new'): Promise<void> => {
  const project = paths.find(isProject);
  if (project === undefined) {
    if (paths.length > 0) await importPaths(paths, target);
  } else if (await openProject(project)) goTo('segments');
};

/** Files that were dropped. A desktop window knows where they stand, so that nothing is copied. */
export const takeFiles = (files: readonly File[]): Promise<void> => {
  const paths = desktop === null ? [] : files.map(desktop.pathOf);
  return paths.length > 0 && !paths.includes('') ? takePaths(paths) : importFiles(files);
};

/** Asks for spreadsheets (on the desktop for projects too) and opens them. */
export const openSpreadsheet = async (target: Answers['target'] = 'new'): Promise<void> => {
  if (desktop !== null) return takePaths(await desktop.chooseFiles(), target);
  const files = await pickFiles();
  if (files.length > 0) await importFiles(files, target);
};
