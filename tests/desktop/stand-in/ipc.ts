import { strict } from './strict.ts';
import { decode, toWire } from './wire.ts';

type Handle = (event: object, ...words: unknown[]) => unknown;

const handles = new Map<string, Handle>();

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handle: Handle) => {
    if (handles.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handles.set(channel, handle);
  },
});

/** As `ipcRenderer.invoke` gets it: a value that structured clone can carry, or an error’s message. */
export const invoke = async (
  channel: string,
  event: object,
  words: unknown,
): Promise<{ value: unknown } | { error: string }> => {
  try {
    const handle = handles.get(channel);
    if (!handle) throw new Error(`No handler registered for '${channel}'`);
    const result = await handle(event, ...(decode(words) as unknown[]));
    return { value: JSON.parse(toWire(result)) as unknown };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${error}` };
  }
};
