import type { ErrorCode, ErrorDetails } from '../errors.ts';

/** What the desktop's menu, a second start or the system asks of the page. */
export type DesktopCommand =
  | { readonly do: 'open' | 'close' | 'undo' | 'redo' | 'find' | 'shortcuts' | 'report' | 'present' }
  /** Spreadsheets and projects: a double click, a recent project, a second start. */
  | { readonly do: 'openPaths'; readonly paths: readonly string[] };

/** Where a file was put; null where the person closed the dialog. */
export type SaveResult =
  | { readonly path: string }
  | { readonly error: { readonly code: ErrorCode; readonly details: ErrorDetails } }
  | null;

/**
 * What a desktop window offers beside the page, as `window.tessera`; absent in the browser host. Everything else goes
 * through the contract, the same in both.
 */
export interface DesktopBridge {
  /** The system's open dialog; empty where it was closed without a choice. */
  chooseFiles(): Promise<readonly string[]>;
  /** The system's dialog for a folder; null where it was closed without a choice. */
  chooseFolder(): Promise<string | null>;
  /** Asks where to keep a finished export (its id as in `GET /files/<id>`) and puts it there. */
  saveExport(id: string): Promise<SaveResult>;
  /** The same for a file made in the page. */
  saveBytes(name: string, bytes: Uint8Array): Promise<SaveResult>;
  /** Where a dropped file stands, so that it need not be copied; empty where it is not on a disk. */
  pathOf(file: object): string;
  /** Another project, or another revision of it: the menu and the system's list of recent documents follow. */
  projectChanged(): Promise<void>;
  /** Opens a second window on the same project. */
  newWindow(): Promise<void>;
  /** Undo inside the text field that is being edited. */
  editText(step: 'undo' | 'redo'): Promise<void>;
  /** From now on commands are heard; those that waited for the page come at once. */
  onCommand(listener: (command: DesktopCommand) => void): void;
}

/** The messages under the bridge, between its preload and the host. */
export const desktopChannels = {
  chooseFiles: 'tessera:choose-files',
  chooseFolder: 'tessera:choose-folder',
  saveExport: 'tessera:save-export',
  saveBytes: 'tessera:save-bytes',
  projectChanged: 'tessera:project-changed',
  newWindow: 'tessera:new-window',
  editText: 'tessera:edit-text',
  listening: 'tessera:listening',
  command: 'tessera:command',
} as const;
