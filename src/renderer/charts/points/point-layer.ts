import { createCanvasRenderer } from './canvas-renderer.ts';
import { createGlRenderer } from './gl-renderer.ts';
import { leaveCanvas, takeIdleCanvas } from './idle-canvases.ts';
import type { PointRenderer, PointScene } from './point-renderer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a layer draws; a part that is the same object as before is not sent again. */
export interface PointContent {
  readonly xy: Float32Array<ArrayBuffer>;
  readonly labels: Bytes;
  readonly lit: Bytes | null;
}

export type DrawnWith = 'webgl' | 'canvas';

export interface PointLayer {
  /** Draws before the next frame; where the last drawing still runs, it is shown moved meanwhile. */
  show(content: PointContent, scene: PointScene): void;
  dispose(): void;
}

interface PointLayerOptions {
  readonly onDrawn?: ((drawnWith: DrawnWith) => void) | undefined;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

interface Wanted {
  readonly content: PointContent;
  readonly scene: PointScene;
}

const canvasIn = (host: HTMLElement, canvas = document.createElement('canvas')): HTMLCanvasElement => {
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  canvas.style.transformOrigin = '0 0';
  host.append(canvas);
  return canvas;
};

/** Where the picture that was drawn lies in the window that is looked at now. */
const moved = (drawn: PointScene, now: PointScene): string => {
  const [was, is] = [drawn.tiles[0], now.tiles[0]];
  if (was === undefined || is === undefined || drawn.tiles.length !== 1 || now.tiles.length !== 1) return '';
  const [a, b] = [was.window, is.window];
  const [scaleX, scaleY] = [(a.x1 - a.x0) / (b.x1 - b.x0), (a.y1 - a.y0) / (b.y1 - b.y0)];
  const left = ((a.x0 - b.x0) / (b.x1 - b.x0)) * is.width;
  const top = ((b.y1 - a.y1) / (b.y1 - b.y0)) * is.height;
  return `translate(${left}px, ${top}px) scale(${scaleX}, ${scaleY})`;
};

/**
 * A canvas of points inside `host`: WebGL 2, or plain where there is none. It survives the loss of its context, never
 * draws more than once a frame and never queues drawings that a slow machine cannot follow.
 */
export const createPointLayer = (host: HTMLElement, { onDrawn, onFailure }: PointLayerOptions = {}): PointLayer => {
  let drawnWith: DrawnWith = 'webgl';
  let renderer: PointRenderer | null = null;
  let wanted: Wanted | null = null;
  let last: Wanted | null = null;
  let isShown = false;
  let sent: Partial<PointContent> = {};
  let frame = 0;

  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const lost = (event: Event): void => {
    // Says that the picture will be drawn again once the context is back.
    event.preventDefault();
    renderer = null;
    isShown = false;
  };
  const restored = (): void => {
    start();
    wanted ??= last;
    ask();
  };
  const makeCanvas = (idle?: HTMLCanvasElement): HTMLCanvasElement => {
    const made = canvasIn(host, idle);
    made.addEventListener('webglcontextlost', lost);
    made.addEventListener('webglcontextrestored', restored);
    return made;
  };
  const taken = takeIdleCanvas();
  let canvas = makeCanvas(taken?.canvas);

  const plain = (): PointRenderer | null => {
    // A canvas that was asked for WebGL once has no other context any more.
    canvas.remove();
    canvas = makeCanvas();
    drawnWith = 'canvas';
    return createCanvasRenderer(canvas);
  };
  const start = (): void => {
    sent = {};
    try {
      renderer = createGlRenderer(canvas) ?? plain();
      if (renderer === null) throw new Error('This browser draws on no canvas.');
    } catch (error) {
      renderer = drawnWith === 'webgl' ? plain() : null;
      if (renderer === null) onFailure?.(error);
    }
  };

  const draw = (): void => {
    frame = 0;
    if (wanted === null || renderer === null) return;
    const { content, scene } = wanted;
    if (renderer.isBusy()) {
      if (isShown && last !== null) canvas.style.transform = moved(last.scene, scene);
      ask();
      return;
    }
    last = wanted;
    wanted = null;
    if (sent.xy !== content.xy) renderer.setPlaces(content.xy);
    if (sent.labels !== content.labels) renderer.setLabels(content.labels);
    if (sent.lit !== content.lit) renderer.setLit(content.lit);
    sent = content;
    renderer.draw(scene);
    canvas.style.transform = '';
    isShown = true;
    onDrawn?.(drawnWith);
  };

  if (taken === null) start();
  else renderer = taken.renderer;
  return {
    show(content, scene) {
      wanted = { content, scene };
      ask();
    },
    dispose() {
      cancelAnimationFrame(frame);
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      if (renderer !== null && drawnWith === 'webgl') {
        leaveCanvas({ canvas, renderer });
        return;
      }
      renderer?.dispose();
      canvas.remove();
    },
  };
};

/** The same picture as a PNG's address, for a file. */
export const pointImage = (content: PointContent, scene: PointScene): string => {
  const canvas = document.createElement('canvas');
  let renderer = createGlRenderer(canvas);
  let used = canvas;
  if (renderer === null) {
    used = document.createElement('canvas');
    renderer = createCanvasRenderer(used);
  }
  if (renderer === null) throw new Error('This browser draws on no canvas.');
  renderer.setPlaces(content.xy);
  renderer.setLabels(content.labels);
  renderer.setLit(content.lit);
  renderer.draw(scene);
  const address = used.toDataURL('image/png');
  renderer.dispose();
  return address;
};
