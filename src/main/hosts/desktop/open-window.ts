import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { appFile } from '../core/app-file.ts';
import { strictPreferences } from './harden.ts';
import { told } from './language.ts';
import { appPage } from './scheme.ts';
import { keepWindowState, leastSize, placeWindow, readWindowState } from './window-state.ts';

/** The page's ground, so that nothing flashes before it is drawn (theme/tokens.css). */
const ground = { light: '#faf8f5', dark: '#14161a' } as const;
/** A page that fails again and again within this time is not started once more. */
const crashWindowMs = 60_000;
const crashesForgiven = 3;

/** A page that died is started again: the project is the host's and as it was. */
const reviveAfterCrash = (window: BrowserWindow): void => {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < crashWindowMs), now];
    if (crashes.length <= crashesForgiven) return window.webContents.reload();
    dialog.showErrorBox(told('desktop.crashed.title'), told('desktop.crashed'));
    window.destroy();
  });
};

/** A new window on what the process has open; a second one stands a little aside. */
export const openWindow = (userData: string): BrowserWindow => {
  const file = join(userData, 'window.json');
  const kept = readWindowState(file);
  const others = BrowserWindow.getAllWindows().length;
  const main = screen.getPrimaryDisplay();
  const areas = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
  const aside = kept && others > 0 ? { ...kept, x: kept.x + 28 * others, y: kept.y + 28 * others } : kept;
  const window = new BrowserWindow({
    ...placeWindow(aside, areas),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: told('app.name'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    ...(process.platform === 'linux' ? { icon: appFile('assets', 'icon.png') } : {}),
    webPreferences: {
      ...strictPreferences,
      devTools: !app.isPackaged,
      preload: appFile('out', 'preload', 'preload.cjs'),
    },
  });
  window.once('ready-to-show', () => {
    if (kept?.maximized && others === 0) window.maximize();
    window.show();
  });
  keepWindowState(window, file);
  reviveAfterCrash(window);
  // It rejects where the window is closed before the page is there, which is nobody's problem.
  window.loadURL(appPage).catch(() => undefined);
  return window;
};
