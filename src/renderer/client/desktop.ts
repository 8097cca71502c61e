import type { DesktopBridge, SaveResult } from '../../shared/api/desktop-bridge.ts';
import { AppError } from '../../shared/errors.ts';

/** What the desktop’s window offers beside the page; null in a browser. */
export const desktop: DesktopBridge | null = (globalThis as { tessera?: DesktopBridge }).tessera ?? null;

/**
 * How a save ended.
 * @returns whether the file was kept; false where the person changed their mind
 * @throws AppError `diskFull`, `fileLocked`, `notFound`
 */
export const saved = (result: SaveResult): boolean => {
  if (result !== null && 'error' in result) throw new AppError(result.error.code, result.error.details);
  return result !== null;
};

/** A second window on the same project, for another screen. */
export const openWindow = (): void => {
  if (desktop !== null) void desktop.newWindow();
  else globalThis.open('/', '_blank', 'noopener');
};
