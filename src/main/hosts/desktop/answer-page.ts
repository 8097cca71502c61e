import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as z from 'zod';
import { desktopChannels as channels } from '../../../shared/api/desktop-bridge.ts';
import { readableEndings } from '../../../shared/model/readable-files.ts';
import type { Core } from '../core/start-core.ts';
import { told } from './language.ts';
import { saveBytes, saveExport } from './save-file.ts';
import { isAppUrl } from './scheme.ts';

export interface PageEvents {
  readonly core: Core;
  /** The page hears commands from now on. */
  onListening(window: BrowserWindow): void;
  onProjectChanged(): Promise<void>;
  onNewWindow(): void;
}

/** Only the page itself may ask: the top frame of one of our windows, showing the app. */
const windowOf = ({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(sender);
  if (window === null || senderFrame === null || senderFrame.parent !== null || !isAppUrl(senderFrame.url))
    throw new Error('Only Tessera’s own page may ask.');
  return window;
};

const answer = <Given extends z.ZodTuple>(
  channel: string,
  given: Given,
  work: (window: BrowserWindow, ...words: z.output<Given>) => unknown,
): void => {
  ipcMain.handle(channel, (event, ...words: unknown[]) => {
    const window = windowOf(event);
    return work(window, ...given.parse(words));
  });
};

const chooseFiles = async (window: BrowserWindow): Promise<string[]> => {
  const spreadsheets = [...readableEndings, 'gz'];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: told('desktop.open'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: told('desktop.open.all'), extensions: [...spreadsheets, 'tessera'] },
      { name: told('desktop.open.spreadsheets'), extensions: spreadsheets },
      { name: told('desktop.open.projects'), extensions: ['tessera'] },
    ],
  });
  return canceled ? [] : filePaths;
};

const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: told('desktop.folder'),
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
};

/** The page's messages beside the contract: dialogs, and what the menu must know. */
export const answerPage = ({ core, onListening, onProjectChanged, onNewWindow }: PageEvents): void => {
  answer(channels.chooseFiles, z.tuple([]), chooseFiles);
  answer(channels.chooseFolder, z.tuple([]), chooseFolder);
  answer(channels.saveExport, z.tuple([z.string()]), async (window, id) => saveExport(window, await core.file(id)));
  answer(channels.saveBytes, z.tuple([z.string().min(1).max(255), z.instanceof(Uint8Array)]), saveBytes);
  answer(channels.projectChanged, z.tuple([]), onProjectChanged);
  answer(channels.newWindow, z.tuple([]), () => onNewWindow());
  answer(channels.editText, z.tuple([z.enum(['undo', 'redo'])]), ({ webContents }, step) => webContents[step]());
  answer(channels.listening, z.tuple([]), onListening);
};
