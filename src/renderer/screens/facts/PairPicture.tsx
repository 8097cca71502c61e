import { useMemo } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import { niceTicks } from '../../../shared/picture/nice-ticks.ts';
import { axisOf, type Spread } from '../../../shared/picture/spread.ts';
import { logTicks } from '../../charts/log-axis.ts';
import { fitText, textWidth } from '../../charts/text-width.ts';
import { t, tell } from '../../client/words.ts';
import { spreadOfAll } from './bars.ts';
import classes from './fact-pictures.module.css';
import { factText } from './fact-text.ts';

interface PairPictureProps {
  readonly a: Feature;
  readonly b: Feature;
  readonly valuesA: Float64Array;
  readonly valuesB: Float64Array;
  readonly width: number;
  readonly summary: string;
  /** Whether a customer is selected; null where nobody is. */
  readonly isSelected?: ((row: number) => boolean) | null;
}

/** So many customers are drawn one by one; more lie on each other, and are counted by place. */
const mostDots = 2_000;
const places = 44;
const [height, top, foot] = [230, 8, 40];

const ticksOf = ({ axis, low, high }: Spread, about: number): number[] =>
  axis === 'log'
    ? logTicks(high, about)
        .map(({ value }) => value)
        .filter((value) => value >= low)
    : niceTicks(low, high, about);

/** Two facts of every customer against each other: dots, or how many stand at each place where they are many. */
export const PairPicture = ({ a, b, valuesA, valuesB, width, summary, isSelected = null }: PairPictureProps) => {
  const spreadA = useMemo(() => spreadOfAll(valuesA), [valuesA]);
  const spreadB = useMemo(() => spreadOfAll(valuesB), [valuesB]);
  const yTicks = ticksOf(spreadB, 4);
  const left = Math.min(90, Math.max(...yTicks.map((value) => textWidth(factText(b, value), 11)))) + 26;
  const room = Math.max(60, width - left - 12);
  const tall = height - top - foot;
  const shapes = useMemo(() => {
    const [placeA, placeB] = [axisOf(spreadA), axisOf(spreadB)];
    const isInside = (at: number) => at >= 0 && at <= 1;
    const both: [number, number, boolean][] = [];
    const chosen = new Int32Array(places * places);
    const counts = new Int32Array(places * places);
    for (let row = 0; row < valuesA.length; row += 1) {
      const [x, y] = [placeA(valuesA[row]!), placeB(valuesB[row]!)];
      if (!isInside(x) || !isInside(y)) continue;
      if (both.length <= mostDots) both.push([x, y, isSelected === null || isSelected(row)]);
      const column = Math.min(places - 1, Math.floor(x * places));
      const cell = Math.min(places - 1, Math.floor(y * places)) * places + column;
      counts[cell]! += 1;
      if (isSelected?.(row)) chosen[cell]! += 1;
    }
    // Who is selected lies above the others.
    const dots = both.length <= mostDots ? both.sort((one, other) => Number(one[2]) - Number(other[2])) : null;
    return { dots, counts, chosen, most: Math.max(1, ...counts), mostChosen: Math.max(1, ...chosen) };
  }, [valuesA, valuesB, spreadA, spreadB, isSelected]);
  const [x, y] = [(at: number) => left + at * room, (at: number) => top + (1 - at) * tall];
  const xTicks = ticksOf(spreadA, Math.max(2, Math.floor(room / 80)));
  return (
    <svg className={classes.picture} width={width} height={height} role="img" aria-label={summary} data-picture="pair">
      {yTicks.map((value) => (
        <g key={value}>
          <line
            className={classes.grid}
            x1={left}
            x2={left + room}
            y1={y(axisOf(spreadB)(value))}
            y2={y(axisOf(spreadB)(value))}
          />
          <text className={classes.axis} x={left - 5} y={y(axisOf(spreadB)(value)) + 4} textAnchor="end" fontSize={11}>
            {fitText(factText(b, value), left - 24, 11)}
          </text>
        </g>
      ))}
      {shapes.dots?.map(([atX, atY, isIn], i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are where they are
          key={i}
          className={classes.bar}
          cx={x(atX)}
          cy={y(atY)}
          r={2}
          opacity={isSelected === null ? 0.45 : isIn ? 0.85 : 0.12}
        />
      ))}
      {shapes.dots === null &&
        Array.from(shapes.counts, (count, i) =>
          count === 0 ? null : (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: places are where they are
              key={i}
              className={classes.bar}
              x={x((i % places) / places)}
              y={y((Math.floor(i / places) + 1) / places)}
              width={room / places + 0.3}
              height={tall / places + 0.3}
              opacity={
                isSelected === null
                  ? 0.08 + 0.92 * Math.sqrt(count / shapes.most)
                  : shapes.chosen[i] === 0
                    ? 0.1
                    : 0.3 + 0.7 * Math.sqrt(shapes.chosen[i]! / shapes.mostChosen)
              }
            />
          ),
        )}
      <line className={classes.base} x1={left} x2={left + room} y1={top + tall} y2={top + tall} />
      {xTicks.map((value) => (
        <text
          key={value}
          className={classes.axis}
          x={Math.min(width - textWidth(factText(a, value), 11) / 2, x(axisOf(spreadA)(value)))}
          y={top + tall + 15}
          textAnchor="middle"
          fontSize={11}
        >
          {factText(a, value)}
        </text>
      ))}
      <text className={classes.axis} x={left + room / 2} y={height - 6} textAnchor="middle" fontSize={12}>
        {fitText(t('factPicture.spread.axis', { fact: tell(a.name) }), room, 12)}
      </text>
      <text
        className={classes.axis}
        textAnchor="middle"
        fontSize={12}
        transform={`translate(12 ${top + tall / 2}) rotate(-90)`}
      >
        {fitText(tell(b.name), tall, 12)}
      </text>
    </svg>
  );
};
