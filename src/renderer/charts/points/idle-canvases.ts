import type { PointRenderer } from './point-renderer.ts';

/** A canvas with its WebGL context, whose programs are made already. */
export interface DrawingCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly renderer: PointRenderer;
}

/** As many as stand beside each other on one screen. */
const mostIdle = 2;
const idle: DrawingCanvas[] = [];

const isLost = (canvas: HTMLCanvasElement): boolean => canvas.getContext('webgl2')?.isContextLost() ?? true;

/**
 * A canvas that another picture let go of; null where there is none. A context costs time to make, and browsers free one
 * late and not wholly: who goes to and fro between screens shall not gather them.
 */
export const takeIdleCanvas = (): DrawingCanvas | null => {
  let found = idle.pop();
  while (found !== undefined && isLost(found.canvas)) found = idle.pop();
  return found ?? null;
};

/** Keeps a canvas for the next picture, without what it drew. */
export const leaveCanvas = ({ canvas, renderer }: DrawingCanvas): void => {
  canvas.remove();
  if (idle.length >= mostIdle || isLost(canvas)) {
    renderer.dispose();
    return;
  }
  renderer.setPlaces(new Float32Array(0));
  renderer.setLabels(new Uint8Array(0));
  renderer.setLit(null);
  [canvas.width, canvas.height] = [1, 1];
  canvas.style.transform = '';
  idle.push({ canvas, renderer });
};
