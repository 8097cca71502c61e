import { memo } from 'react';
import type { Drawing, Ink, Shape } from '../../../shared/report/blocks.ts';
import classes from './paper.module.css';
import { ReportTile } from './ReportTile.tsx';

const inkVariable: Readonly<Record<string, string>> = {
  text: 'var(--t-text)',
  muted: 'var(--t-muted)',
  line: 'var(--t-line)',
  surface: 'var(--t-surface)',
};
const paint = (ink: Ink): string => inkVariable[ink] ?? ink;

/** Points without length, round at any size: one path for all. */
const dotsPath = (at: readonly number[]): string => {
  let d = '';
  for (let i = 0; i < at.length; i += 2) d += `M${at[i]} ${at[i + 1]}h0`;
  return d;
};

const ShapeView = ({ shape }: { readonly shape: Shape }) => {
  switch (shape.kind) {
    case 'dots':
      return (
        <path
          d={dotsPath(shape.at)}
          fill="none"
          strokeLinecap="round"
          strokeWidth={shape.radius * 2}
          strokeOpacity={shape.opacity}
          style={{ stroke: paint(shape.fill) }}
        />
      );
    case 'path':
      return (
        <path
          d={shape.d}
          fill="none"
          strokeWidth={shape.width}
          opacity={shape.opacity ?? 1}
          strokeDasharray={shape.isDashed === true ? '5 4' : undefined}
          style={{ stroke: paint(shape.stroke) }}
        />
      );
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius ?? 0}
          opacity={shape.opacity ?? 1}
          style={{ fill: paint(shape.fill), stroke: shape.stroke === undefined ? 'none' : paint(shape.stroke) }}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          className={shape.hasHalo === true ? classes.halo : undefined}
          fontWeight={shape.isBold === true ? 650 : 400}
          style={{ fill: paint(shape.fill) }}
        >
          {shape.text}
        </text>
      );
  }
};

/** A picture of the report; letters are text. Drawn anew only when it is another one. */
export const DrawingView = memo(({ drawing }: { readonly drawing: Drawing }) => (
  <figure className={classes.figure}>
    <svg
      className={classes.drawing}
      data-framed={drawing.isFramed === true}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={`${drawing.title}. ${drawing.summary}`}
    >
      {drawing.shapes.map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes of one drawing keep their places
        <ShapeView key={i} shape={shape} />
      ))}
    </svg>
    {drawing.legend !== undefined && (
      <figcaption className={classes.legend}>
        {drawing.legend.map(({ name, tile }) => (
          <span key={name}>
            <ReportTile tile={tile} size={10} /> {name}
          </span>
        ))}
      </figcaption>
    )}
  </figure>
));
