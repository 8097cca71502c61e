import { memo, useLayoutEffect, useRef } from 'react';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { type CutPreview, useCutPreview } from '../../client/cut-preview.ts';
import type { ChartTheme } from '../theme.ts';
import { usePixelRatio } from '../use-pixel-ratio.ts';
import type { DrawnTree } from './drawn-tree.ts';
import { type FactSums, paintFacts } from './paint-facts.ts';
import { type Marks, paintCut, paintJoins, paintMarks } from './paint-tree.ts';
import classes from './tree.module.css';
import type { TreeFrame } from './tree-frame.ts';
import type { TreeShape } from './tree-shape.ts';

interface TreeCanvasProps {
  readonly shape: TreeShape;
  readonly drawn: DrawnTree;
  readonly frame: TreeFrame;
  readonly facts: FactSums | null;
  readonly marks: Marks | null;
  readonly theme: ChartTheme;
  /** The picture in a sentence, for those who do not see it. */
  readonly summary: string;
}

/** A context in CSS pixels over a canvas of the screen's own. */
const scaled = (canvas: HTMLCanvasElement, { width, height }: TreeFrame, ratio: number): CanvasRenderingContext2D => {
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  const context = canvas.getContext('2d')!;
  context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  return context;
};

/**
 * The joins and the facts under them. Joins and facts are drawn once for a branch and a size; a cut, which comes from the
 * preview without a rendering of React, only colours them.
 */
export const TreeCanvas = memo(({ shape, drawn, frame, facts, marks, theme, summary }: TreeCanvasProps) => {
  const treeCanvas = useRef<HTMLCanvasElement>(null);
  const factsCanvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();

  useLayoutEffect(() => {
    const context = scaled(factsCanvas.current!, frame, ratio);
    if (facts !== null) paintFacts(context, shape, drawn, frame, facts);
  }, [shape, drawn, frame, facts, ratio]);

  useLayoutEffect(() => {
    const canvas = treeCanvas.current!;
    const context = scaled(canvas, frame, ratio);
    const joins = document.createElement('canvas');
    paintJoins(scaled(joins, frame, ratio), drawn, frame, theme.line);
    const paint = (preview: CutPreview | null) => {
      const branches = preview?.segments.map(({ node, color }) => ({ node, color: segmentColor(color) })) ?? [];
      paintCut(context, joins, shape, drawn, frame, branches);
      if (marks !== null) paintMarks(context, shape, drawn, frame, marks, { ground: theme.ground, ink: theme.ink });
      canvas.dataset.segments = String(branches.length);
    };
    let asked = 0;
    const stop = useCutPreview.subscribe(() => {
      if (asked === 0)
        asked = requestAnimationFrame(() => {
          asked = 0;
          paint(useCutPreview.getState().preview);
        });
    });
    paint(useCutPreview.getState().preview);
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [shape, drawn, frame, marks, theme, ratio]);

  return (
    <div role="img" aria-label={summary} className={classes.layer} data-picture>
      <canvas ref={factsCanvas} className={classes.layer} aria-hidden />
      <canvas ref={treeCanvas} className={classes.layer} aria-hidden />
    </div>
  );
});
