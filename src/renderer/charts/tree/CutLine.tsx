import { IconGripHorizontal } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { pointerIn } from '../../client/drawn-scale.ts';
import { word } from '../words.ts';
import type { DrawnTree } from './drawn-tree.ts';
import classes from './tree.module.css';
import { bandOf, partsBelow } from './tree-cut.ts';
import { heightAt, type TreeFrame, yOf } from './tree-frame.ts';
import type { TreeShape } from './tree-shape.ts';
import { treeWord } from './tree-words.ts';

interface CutLineProps {
  readonly shape: TreeShape;
  readonly drawn: DrawnTree;
  readonly frame: TreeFrame;
  /** Parts of the drawn branch below the line, and the most there can be. */
  readonly k: number;
  readonly most: number;
  /** Segments in all, where a branch is looked at; null for the whole tree. */
  readonly inAll: number | null;
  /** The branches are cut at heights of their own: only the handle is shown. */
  readonly stepped: boolean;
  /** `moving`: more is to come. */
  readonly onCut: (k: number, moving: boolean) => void;
}

/** A narrower margin has room for the words only. */
const gripRoom = 115;

/**
 * The line that cuts the tree: dragged by pointer, moved by keys. While it is dragged only its own place changes; others
 * hear of it when the number of segments does, and once more when it is let go of.
 */
export const CutLine = ({ shape, drawn, frame, k, most, inAll, stepped, onCut }: CutLineProps) => {
  const line = useRef<HTMLDivElement>(null);
  /** Distance of the pointer from the line when the drag began, and the number that was told last; null at rest. */
  const drag = useRef<{ readonly grip: number; told: number } | null>(null);
  // What the handle says while it is dragged; whoever is told of it may follow later.
  const [dragged, setDragged] = useState<number | null>(null);
  const parts = dragged ?? k;
  const { low, high } = bandOf(shape, drawn.branch, parts, frame.greatest);
  const resting = (low + high) / 2;
  const rest = yOf(frame, resting);
  const stand = (y: number) => {
    if (line.current !== null) line.current.style.transform = `translateY(${y}px)`;
  };
  useLayoutEffect(() => {
    if (drag.current === null) stand(rest);
  });

  const topOf = (event: PointerEvent<HTMLDivElement>) => pointerIn(event, event.currentTarget.parentElement!).y;
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { grip: topOf(event) - rest, told: stepped ? 0 : k };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const now = drag.current;
    if (now === null) return;
    const height = heightAt(frame, topOf(event) - now.grip);
    stand(yOf(frame, height));
    const below = partsBelow(shape, drawn.branch, height, most);
    if (below === now.told) return;
    now.told = below;
    setDragged(below);
    onCut(below, true);
  };
  const up = () => {
    const last = drag.current;
    if (last === null) return;
    drag.current = null;
    setDragged(null);
    if (last.told > 0) onCut(last.told, false);
    stand(rest);
  };
  const key = (event: KeyboardEvent) => {
    // Up is a higher line, hence fewer segments.
    const step = { ArrowUp: -1, ArrowRight: -1, ArrowDown: 1, ArrowLeft: 1, PageUp: -5, PageDown: 5 }[event.key];
    const wanted = step !== undefined ? k + step : event.key === 'Home' ? most : event.key === 'End' ? 1 : null;
    if (wanted === null) return;
    event.preventDefault();
    const next = Math.max(1, Math.min(most, wanted));
    if (next !== k || stepped) onCut(next, false);
  };
  const round = (value: number) => Math.round(value * 10) / 10;
  return (
    <div
      ref={line}
      className={classes.cutLine}
      data-stepped={stepped && dragged === null}
      data-tour="cut"
      style={{ left: frame.left - 8, right: 6 }}
      role="slider"
      tabIndex={0}
      aria-label={word('tree.line')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={round(frame.greatest)}
      aria-valuenow={round(resting)}
      aria-valuetext={
        inAll === null ? word('tree.value', { k: parts }) : treeWord('value.here', { k: parts, all: inAll - k + parts })
      }
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      <span className={classes.cutHandle} style={{ width: frame.right - 14 }}>
        {frame.right > gripRoom && <IconGripHorizontal size={14} stroke={1.8} aria-hidden />}
        {inAll === null ? word('tree.value', { k: parts }) : treeWord('handle.here', { k: parts })}
      </span>
    </div>
  );
};
