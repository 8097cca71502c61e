import { app, recorded, running } from './app.ts';
import { innerWindows } from './browser-window.ts';
import { invoke } from './ipc.ts';
import { chooseItem, menuItems } from './menu.ts';
import { left, refused } from './session.ts';
import { createEvent } from './strict.ts';
import { answers, opened, shownDialogs } from './system.ts';
import { knownFiles, popups } from './web-contents.ts';
import { encode } from './wire.ts';
import type { KnownFile } from './worlds.ts';

/** What a test can do: what a person or the system would, and look. */
const commands = {
  state: () => ({
    windows: innerWindows().map(({ options, record, contents, getNormalBounds }, at) => ({
      ...record,
      bounds: getNormalBounds.call(innerWindows()[at]),
      webPreferences: options.webPreferences,
      title: options.title ?? '',
      contents: contents.record,
    })),
    menu: menuItems(),
    switches: Object.fromEntries(recorded.switches),
    sandboxed: recorded.sandboxed,
    recentDocuments: recorded.recentDocuments,
    aboutShown: recorded.aboutShown,
    dialogs: shownDialogs,
    left,
    refused,
    popups,
    opened,
  }),
  chooseItem: (id: string) => chooseItem(id),
  answerOpen: (paths: string[]) => void answers.open.push(paths),
  answerSave: (path: string | null) => void answers.save.push(path),
  know: async (files: KnownFile[]) => {
    knownFiles.push(...files);
    for (const { contents } of innerWindows()) await contents.know(files);
  },
  openFile: (path: string) => void app.emit('open-file', createEvent({}), path),
  closeWindow: (at: number) => innerWindows()[at]!.close(),
  moveWindow: (at: number, x: number, y: number, width: number, height: number) =>
    innerWindows()[at]!.moveTo({ x, y, width, height }),
  crash: (at: number) => innerWindows()[at]!.contents.crash(),
  /** A message as from a frame of any address, below or at the top. */
  invokeAs: (frame: { url: string; top: boolean } | null, channel: string, words: unknown[]) => {
    const senderFrame = frame && { url: frame.url, parent: frame.top ? null : {} };
    return invoke(channel, { sender: innerWindows()[0]!.webContents, senderFrame }, encode(words));
  },
  quit: () => app.quit(),
};
export type Commands = typeof commands;

if (process.send) {
  process.on('message', async ({ id, name, words }: { id: number; name: keyof Commands; words: unknown[] }) => {
    try {
      const run = commands[name] as (...words: unknown[]) => unknown;
      process.send?.({ id, result: await run(...words) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  // Without its test the app has nobody.
  process.on('disconnect', () => app.exit(1));
}

void app.whenReady().then(() => process.send?.({ debugPort: running!.debugPort }));
