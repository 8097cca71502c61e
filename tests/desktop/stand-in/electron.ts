/**
 * A stand-in of the `electron` module for machines without its runtime: the part that Tessera's main entry uses, over a
 * real Chromium. It throws on whatever it does not have, and what it has keeps Electron's rules (what comes before
 * ready, structured clone, everything granted that is not refused).
 */
import { strict } from './strict.ts';
import './control.ts';
import { running } from './app.ts';
import { defaultSession } from './session.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { dialog, nativeTheme, screen, shell } from './system.ts';

export const session = strict('session', {
  get defaultSession() {
    if (!running) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});
