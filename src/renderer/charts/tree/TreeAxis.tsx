import { memo } from 'react';
import { divergingScale } from '../../../shared/picture/diverging.ts';
import { format } from '../../client/words.ts';
import { word } from '../words.ts';
import classes from './tree.module.css';
import { bandOf } from './tree-cut.ts';
import { plotWidth, type TreeFrame, yOf } from './tree-frame.ts';
import type { TreeShape } from './tree-shape.ts';
import { treeWord } from './tree-words.ts';

interface TreeAxisProps {
  readonly frame: TreeFrame;
  readonly shape: TreeShape;
  readonly branch: number;
  /** The most parts that the branch can be cut into. */
  readonly most: number;
  readonly factNames: readonly string[];
}

/** A band that is lower has no room for its number. */
const leastBand = 13;
const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** How many segments there are at each height: the numbers that the line is dragged along. */
const Ruler = ({ frame, shape, branch, most }: Omit<TreeAxisProps, 'factNames'>) => {
  const x = frame.width - frame.right + 8;
  const bands = Array.from({ length: most }, (_, i) => {
    const { low, high } = bandOf(shape, branch, i + 1, frame.greatest);
    return { k: i + 1, top: yOf(frame, high), bottom: yOf(frame, low) };
  });
  return (
    <g className={classes.ruler}>
      <line x1={x} x2={x} y1={frame.top} y2={frame.floor} />
      {bands.map(({ k, top, bottom }) =>
        bottom - top < leastBand ? null : (
          <g key={k}>
            {k > 1 && <line x1={x} x2={x + 4} y1={top} y2={top} />}
            <text x={x + 9} y={(top + bottom) / 2} dominantBaseline="central">
              {format.number(k)}
            </text>
          </g>
        ),
      )}
    </g>
  );
};

const scaleOf = divergingScale.map(([at, color]) => `${color} ${at * 100}%`).join(', ');

/** Heights in round numbers and in words, the ruler of segments, and the names of the facts with their scale. */
export const TreeAxis = memo(({ frame, shape, branch, most, factNames }: TreeAxisProps) => {
  const right = frame.left + plotWidth(frame);
  const middle = (frame.top + frame.floor) / 2;
  const short = frame.floor - frame.top < 250;
  const letters = Math.floor((frame.left - 14) / 6.4);
  const title = Math.max(14, frame.left - 66);
  return (
    <>
      <svg className={classes.axis} width={frame.width} height={frame.height} aria-hidden>
        {frame.ticks.map((tick) => (
          <g key={tick}>
            <line className={classes.grid} x1={frame.left} x2={right} y1={yOf(frame, tick)} y2={yOf(frame, tick)} />
            <text
              className={classes.tick}
              x={frame.left - 8}
              y={yOf(frame, tick)}
              dominantBaseline="central"
              textAnchor="end"
            >
              {format.number(tick)}
            </text>
          </g>
        ))}
        <text
          className={classes.axisTitle}
          x={title}
          y={middle}
          transform={`rotate(-90 ${title} ${middle})`}
          textAnchor="middle"
        >
          {word(short ? 'tree.axis.short' : 'tree.axis')}
        </text>
        <Ruler frame={frame} shape={shape} branch={branch} most={most} />
        {factNames.map((name, row) => (
          <text
            key={name}
            className={frame.rowHeight < 16 ? classes.factSmall : classes.fact}
            x={frame.left - 9}
            y={frame.factsTop + (row + 0.5) * frame.rowHeight}
            dominantBaseline="central"
            textAnchor="end"
          >
            {shorten(name, letters)}
          </text>
        ))}
      </svg>
      {factNames.length > 1 && (
        <div
          className={classes.legend}
          style={{ left: right + 10, top: frame.factsTop, width: frame.right - 14 }}
          aria-hidden
        >
          <div className={classes.legendBar} style={{ background: `linear-gradient(to right, ${scaleOf})` }} />
          <div className={classes.legendWords}>
            <span>{treeWord('scale.lower')}</span>
            <span>{treeWord('scale.higher')}</span>
          </div>
          {factNames.length > 2 && <div className={classes.legendZero}>{treeWord('scale.zero')}</div>}
        </div>
      )}
    </>
  );
});
