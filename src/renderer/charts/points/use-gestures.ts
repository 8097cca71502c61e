import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { pointerIn } from '../../client/drawn-scale.ts';

/** What dragging does. */
export type DragTool = 'pan' | 'zoom' | 'select' | 'lasso';

/** In CSS pixels from the upper left corner of the picture. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Keys held while pointing. */
export interface Held {
  readonly shift: boolean;
  /** Ctrl, or ⌘. */
  readonly mod: boolean;
}

export interface Gestures {
  /** Moved by so many pixels. */
  readonly onMove: (dx: number, dy: number) => void;
  /** Closer (factor below 1) or further around a pixel. */
  readonly onZoom: (factor: number, at: Pixel) => void;
  readonly onZoomBox: (from: Pixel, to: Pixel) => void;
  readonly onBox: (from: Pixel, to: Pixel, held: Held) => void;
  readonly onLoop: (loop: readonly Pixel[], held: Held) => void;
  readonly onClick: (at: Pixel, held: Held) => void;
  readonly onHover: (at: Pixel | null) => void;
  readonly onReset: () => void;
}

interface Drag {
  readonly tool: DragTool;
  readonly from: Pixel;
  last: Pixel;
  readonly loop: Pixel[];
  begun: boolean;
}

/** Less is a click whose hand was not quite still. */
const leastDrag = 4;
const loopStep = 3;

const heldOf = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): Held => ({
  shift: event.shiftKey,
  mod: event.ctrlKey || event.metaKey,
});

const distance = (a: Pixel, b: Pixel): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * Pointing, dragging, turning the wheel and pinching over a picture.
 * Shift turns moving into selecting a box; a double click goes back to everybody.
 */
export const useGestures = (tool: DragTool, gestures: Gestures) => {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(gestures);
  latest.current = gestures;
  const drag = useRef<Drag | null>(null);
  const pointers = useRef(new Map<number, Pixel>());
  /** The outline of what is being chosen; a box by its corners. */
  const [shape, setShape] = useState<readonly Pixel[] | null>(null);
  const [isDragging, setDragging] = useState(false);

  const pixelOf = (event: { clientX: number; clientY: number }): Pixel => pointerIn(event, element.current!);

  useEffect(() => {
    const host = element.current!;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
      const turn = Math.max(-240, Math.min(240, event.deltaY * lines));
      const at = pointerIn(event, host);
      // Two fingers that pinch come as small turns with Ctrl.
      latest.current.onZoom(Math.exp(turn * (event.ctrlKey ? 0.01 : 0.0016)), at);
    };
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    host.addEventListener('wheel', onWheel, { passive: false });
    return () => host.removeEventListener('wheel', onWheel);
  }, []);

  const pinch = (event: PointerEvent, now: Pixel): boolean => {
    const all = pointers.current;
    const before = all.get(event.pointerId);
    if (before !== undefined) all.set(event.pointerId, now);
    if (all.size < 2 || before === undefined) return false;
    const other = [...all].find(([id]) => id !== event.pointerId)![1];
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    latest.current.onMove((now.x - before.x) / 2, (now.y - before.y) / 2);
    latest.current.onZoom(distance(before, other) / Math.max(1, distance(now, other)), middle);
    return true;
  };

  const end = () => {
    drag.current = null;
    setShape(null);
    setDragging(false);
  };

  const listeners = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button > 1) return;
      const at = pixelOf(event);
      pointers.current.set(event.pointerId, at);
      element.current!.setPointerCapture(event.pointerId);
      if (pointers.current.size > 1) {
        end();
        return;
      }
      const used = event.button === 1 ? 'pan' : tool === 'pan' && event.shiftKey ? 'select' : tool;
      drag.current = { tool: used, from: at, last: at, loop: [at], begun: false };
      latest.current.onHover(null);
    },
    onPointerMove: (event: PointerEvent) => {
      const now = pixelOf(event);
      if (pinch(event, now)) return;
      const own = drag.current;
      if (own === null) {
        if (event.buttons === 0) latest.current.onHover(now);
        return;
      }
      if (!own.begun) {
        if (distance(own.from, now) < leastDrag) return;
        own.begun = true;
        setDragging(true);
      }
      if (own.tool === 'pan') latest.current.onMove(now.x - own.last.x, now.y - own.last.y);
      else if (own.tool === 'lasso') {
        if (distance(own.loop.at(-1)!, now) < loopStep) return;
        own.loop.push(now);
        setShape([...own.loop]);
      } else setShape([own.from, { x: now.x, y: own.from.y }, now, { x: own.from.x, y: now.y }]);
      own.last = now;
    },
    onPointerUp: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
      const own = drag.current;
      end();
      if (own === null) return;
      const [now, held] = [pixelOf(event), heldOf(event)];
      if (!own.begun) {
        if (event.button === 0) latest.current.onClick(now, held);
      } else if (own.tool === 'zoom') latest.current.onZoomBox(own.from, now);
      else if (own.tool === 'select') latest.current.onBox(own.from, now, held);
      else if (own.tool === 'lasso' && own.loop.length > 2) latest.current.onLoop(own.loop, held);
    },
    onPointerCancel: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
      end();
    },
    onPointerLeave: () => latest.current.onHover(null),
    onDoubleClick: () => latest.current.onReset(),
  };
  return { element, shape, isDragging, listeners };
};
