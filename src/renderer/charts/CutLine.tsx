import { IconArrowsVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { TreeView } from '../../shared/model/tree.ts';
import { format } from '../client/words.ts';
import classes from './charts.module.css';
import { branchesBelow, mostBranches, restingHeight } from './tree-geometry.ts';
import { heightAt, type TreeFrame, yOf } from './tree-picture.ts';
import { word } from './words.ts';

export interface CutLineProps {
  readonly tree: TreeView;
  readonly frame: TreeFrame;
  readonly k: number;
  readonly onCut: (k: number) => void;
}

/**
 * The line that cuts the tree: dragged by pointer, moved by arrow keys a segment at a time. While it is dragged only its
 * own place changes; React hears of it when the number of segments does.
 */
export const CutLine = ({ tree, frame, k, onCut }: CutLineProps) => {
  const line = useRef<HTMLDivElement>(null);
  /** Distance of the pointer from the line when the drag began; null while nothing is dragged. */
  const grip = useRef<number | null>(null);
  const stand = (y: number) => {
    if (line.current !== null) line.current.style.transform = `translateY(${y}px)`;
  };
  const rest = yOf(frame, restingHeight(tree, k));
  useLayoutEffect(() => {
    if (grip.current === null) stand(rest);
  });

  const most = mostBranches(tree);
  const ask = (wanted: number) => {
    const next = Math.max(1, Math.min(most, wanted));
    if (next !== k) onCut(next);
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const top = event.currentTarget.parentElement!.getBoundingClientRect().top;
    grip.current = event.clientY - top - rest;
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current === null) return;
    const top = event.currentTarget.parentElement!.getBoundingClientRect().top;
    const height = heightAt(frame, event.clientY - top - grip.current);
    stand(yOf(frame, height));
    ask(branchesBelow(tree, height));
  };
  const up = () => {
    grip.current = null;
    stand(yOf(frame, restingHeight(tree, k)));
  };
  const key = (event: KeyboardEvent) => {
    // Up is a higher line, hence fewer segments.
    const step = { ArrowUp: -1, ArrowRight: -1, ArrowDown: 1, ArrowLeft: 1, PageUp: -3, PageDown: 3 }[event.key];
    if (step !== undefined) ask(k + step);
    else if (event.key === 'Home') ask(most);
    else if (event.key === 'End') ask(1);
    else return;
    event.preventDefault();
  };
  const round = (value: number) => Math.round(value * 10) / 10;
  return (
    <div
      ref={line}
      className={classes.cutLine}
      style={{ left: frame.left - 12, right: frame.right - 12 }}
      role="slider"
      tabIndex={0}
      aria-label={word('tree.line')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={round(frame.greatest)}
      aria-valuenow={round(restingHeight(tree, k))}
      aria-valuetext={word('tree.value', { k: format.number(k) })}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      <span className={classes.cutHandle}>
        <IconArrowsVertical size={15} stroke={1.8} aria-hidden />
        {word('tree.handle', { k })}
      </span>
    </div>
  );
};
