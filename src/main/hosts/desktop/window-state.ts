import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import * as z from 'zod';

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

export const leastSize = { width: 760, height: 560 } as const;
const usualSize = { width: 1320, height: 860 } as const;
/** So much of a window must be on some screen, or its title bar could not be taken hold of. */
const graspable = { width: 120, height: 40 } as const;

export const readWindowState = (file: string): WindowState | null => {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

const shared = (a: number, length: number, b: number, other: number): number =>
  Math.min(a + length, b + other) - Math.max(a, b);

/**
 * Where to open: as it was left, unless the screen it stood on is gone or has become smaller.
 * @param areas the work areas of the screens that are there now, the main one first
 */
export const placeWindow = (kept: WindowState | null, areas: readonly Rectangle[]): Partial<Rectangle> => {
  const room = areas[0];
  if (kept !== null) {
    const { x, y, width, height } = kept;
    const area = areas.find(
      (one) =>
        shared(x, width, one.x, one.width) >= graspable.width &&
        y >= one.y - 1 &&
        y + graspable.height <= one.y + one.height,
    );
    if (area) {
      return {
        x,
        y,
        width: Math.max(leastSize.width, Math.min(width, area.width)),
        height: Math.max(leastSize.height, Math.min(height, area.height)),
      };
    }
  }
  return {
    width: Math.min(usualSize.width, room?.width ?? usualSize.width),
    height: Math.min(usualSize.height, room?.height ?? usualSize.height),
  };
};

/** Keeps it when the window closes. A disk that is full must not keep it from closing. */
export const keepWindowState = (window: BrowserWindow, file: string): void => {
  window.on('close', () => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
    } catch {
      // It opens at its usual place then.
    }
  });
};
