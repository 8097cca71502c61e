import { useEffect, useState } from 'react';
import type { Box, Pointed } from './place-beside.ts';

/** Screens come and pictures grow: what is pointed at is looked for this often. */
const lookEveryMs = 150;

const boxOf = (element: Element, scale: number): Box => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left: left / scale, top: top / scale, width: width / scale, height: height / scale };
};

const look = (names: readonly string[], brought: { element: Element | null }): Pointed => {
  const overlays = document.getElementById('overlays')!;
  const scale = overlays.currentCSSZoom ?? 1;
  const room = { width: overlays.clientWidth, height: overlays.clientHeight };
  const element =
    names
      .map((name) => document.querySelector(`[data-tour="${name}"]`))
      .find((one) => one !== null && one.getClientRects().length > 0) ?? null;
  if (element === null) return { target: null, room };
  if (brought.element !== element) element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  brought.element = element;
  const box = boxOf(element, scale);
  // Of something larger than the window only what is seen is pointed at.
  const [left, top] = [Math.max(8, box.left), Math.max(8, box.top)];
  return {
    target: {
      left,
      top,
      width: Math.min(room.width - 8, box.left + box.width) - left,
      height: Math.min(room.height - 44, box.top + box.height) - top,
    },
    room,
  };
};

/** Where the first of these parts of the app is on the screen, followed as it moves. */
export const usePointedAt = (names: readonly string[]): Pointed => {
  const [pointed, setPointed] = useState<Pointed>({ target: null, room: { width: innerWidth, height: innerHeight } });
  useEffect(() => {
    const brought = { element: null };
    const follow = () =>
      setPointed((before) => {
        const now = look(names, brought);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    follow();
    const timer = setInterval(follow, lookEveryMs);
    window.addEventListener('resize', follow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', follow);
    };
  }, [names]);
  return pointed;
};
