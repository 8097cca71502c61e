import { type KeyboardEvent, useRef } from 'react';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import type { PreviewSegment } from '../../client/cut-preview.ts';
import { format } from '../../client/words.ts';
import { branchText } from './branch-text.ts';
import { type DrawnTree, leafWidthsTo } from './drawn-tree.ts';
import classes from './tree.module.css';
import { type TreeFrame, xOf } from './tree-frame.ts';
import { endOf, type TreeShape } from './tree-shape.ts';

export interface NamedSegment extends PreviewSegment {
  /** Null for a new one. */
  readonly name: string | null;
  /** What it is called where it must be called something. */
  readonly title: string;
  /** The same with its customers. */
  readonly called: string;
}

interface BranchBarsProps {
  readonly shape: TreeShape;
  readonly drawn: DrawnTree;
  readonly frame: TreeFrame;
  readonly segments: readonly NamedSegment[];
  /** The branch that is chosen. */
  readonly chosen: number | null;
  readonly onChoose: (node: number, add: boolean) => void;
}

/** The part of the picture that a branch stands in; null where it is not in sight. */
export const spanOf = (
  shape: TreeShape,
  drawn: DrawnTree,
  frame: TreeFrame,
  node: number,
): { readonly left: number; readonly right: number } | null => {
  if (endOf(shape, node) <= drawn.start || shape.start[node]! >= drawn.end) return null;
  return {
    left: xOf(frame, leafWidthsTo(shape, drawn, shape.start[node]!)),
    right: xOf(frame, leafWidthsTo(shape, drawn, endOf(shape, node))),
  };
};

/** A bar under each branch in its segment's colour, with its name where that fits: buttons that choose it, left to right. */
export const BranchBars = ({ shape, drawn, frame, segments, chosen, onChoose }: BranchBarsProps) => {
  const list = useRef<HTMLDivElement>(null);
  const seen = segments.filter(({ node }) => spanOf(shape, drawn, frame, node) !== null);
  const reachable = seen.some(({ node }) => node === chosen) ? chosen : (seen[0]?.node ?? null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from one button in it to the next
    <div ref={list} className={classes.bars} onKeyDown={step}>
      {seen.map(({ node, color, name, called, size }) => {
        const { left, right } = spanOf(shape, drawn, frame, node)!;
        const width = Math.max(3, right - left - 2);
        const [count, ...lines] = branchText(name, format.number(size), width);
        return (
          <button
            key={node}
            type="button"
            className={classes.bar}
            style={{ left: left + 1, width, top: frame.floor + 7 }}
            aria-pressed={node === chosen}
            aria-label={called}
            tabIndex={node === reachable ? 0 : -1}
            onClick={(event) => onChoose(node, event.shiftKey || event.ctrlKey || event.metaKey)}
          >
            <span className={classes.barColor} style={{ background: segmentColor(color) }} />
            {lines.map((line) => (
              <span key={line} className={classes.barName}>
                {line}
              </span>
            ))}
            {count !== undefined && <span className={classes.barCount}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
};
