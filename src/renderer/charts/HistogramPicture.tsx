import { type KeyboardEvent, useRef, useState } from 'react';
import { niceTicks } from '../../shared/picture/nice-ticks.ts';
import { axisOf, type Spread } from '../../shared/picture/spread.ts';
import { format } from '../client/words.ts';
import classes from './histogram-picture.module.css';
import { logTicks } from './log-axis.ts';
import { fitText, halves, textWidth } from './text-width.ts';

/** What stands between two ends, and where on the axis it is drawn, 0 to 1. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly left: number;
  readonly width: number;
}

interface HistogramPictureProps {
  readonly axisTitle: string;
  readonly bars: readonly HistogramBar[];
  readonly axis: Pick<Spread, 'axis' | 'low' | 'high'>;
  /** Values that 5, 25, 50, 75 and 95 of a hundred do not exceed: the box below. */
  readonly quantiles: readonly number[] | null;
  readonly width: number;
  readonly valueText: (value: number) => string;
  readonly summary: string;
  /** Of each bar, those that are selected; null where nothing is. */
  readonly selected: readonly number[] | null;
  /** Another outline over the bars, as high as its own highest. */
  readonly over?: { readonly counts: readonly number[]; readonly color: string } | null;
  /** Values named on the axis; even ones where left out. */
  readonly ticks?: readonly number[];
  /** What is read out of a bar. */
  readonly barText: (bar: HistogramBar, at: number) => string;
  /** What all of them are for. */
  readonly barsLabel: string;
  readonly isPressed?: (at: number) => boolean;
  readonly onBar?: ((bar: number) => void) | undefined;
}

const [plotHeight, top, foot, boxHeight] = [120, 6, 44, 18];

/** Bars on a true axis, the middle half and the middle as a box on the same axis; a bar does what a click on it means. */
export const HistogramPicture = (props: HistogramPictureProps) => {
  const { bars, axis, quantiles, width, valueText, summary, selected, over = null, onBar, barText, barsLabel } = props;
  const { isPressed = (i: number) => selected !== null && bars[i]!.count > 0 && selected[i] === bars[i]!.count } =
    props;
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const countTicks = niceTicks(0, most, 3).filter(Number.isInteger);
  const left = Math.max(...countTicks.map((value) => textWidth(format.number(value), 11))) + 8;
  const room = Math.max(60, width - left - 8);
  const steps = bars.length;
  const isEach = bars.every(({ from, to }) => from === to);
  const place = axisOf(isEach ? { ...axis, low: axis.low - 0.5, high: axis.high + 0.5 } : axis);
  const x = (value: number) => left + Math.max(0, Math.min(1, place(value))) * room;
  const y = (count: number) => top + plotHeight * (1 - count / most);
  const bottom = top + plotHeight;
  // On two lines where one is too short: what is measured must be read to its end.
  const isLong = textWidth(props.axisTitle, 12) > width - 8;
  const titleLines = (isLong ? halves(props.axisTitle, 12) : [props.axisTitle]).map((line) =>
    fitText(line, width - 8, 12),
  );
  const height = bottom + boxHeight + foot + (titleLines.length - 1) * 15;
  const about = Math.max(3, Math.floor(room / 64));
  const ticks =
    props.ticks ??
    (axis.axis === 'log'
      ? logTicks(axis.high, about)
          .map(({ value }) => value)
          .filter((value) => value >= axis.low)
      : niceTicks(axis.low, axis.high, about).filter((value) => !isEach || Number.isInteger(value)));
  const leftOf = (i: number) => left + bars[i]!.left * room;
  const widthOf = (i: number) => bars[i]!.width * room;
  const go = (to: number) => {
    setAt(to);
    box.current?.querySelectorAll('button')[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowRight: Math.min(steps - 1, at + 1), ArrowLeft: Math.max(0, at - 1), Home: 0, End: steps - 1 }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  const boxAt = bottom + 5;
  return (
    <div className={classes.anchor}>
      <svg
        className={classes.picture}
        width={width}
        height={height}
        role="img"
        aria-label={summary}
        data-picture="histogram"
      >
        {countTicks.map((value) => (
          <g key={value}>
            <line className={classes.grid} x1={left} x2={left + room} y1={y(value)} y2={y(value)} />
            <text className={classes.axis} x={left - 5} y={y(value) + 4} textAnchor="end" fontSize={11}>
              {format.number(value)}
            </text>
          </g>
        ))}
        {bars.map(({ from, count }, i) => (
          <g key={from}>
            <rect
              className={selected === null ? classes.bar : classes.barDim}
              x={leftOf(i) + 0.5}
              width={Math.max(1, widthOf(i) - 1)}
              y={Math.min(y(count), count > 0 ? bottom - 1 : bottom)}
              height={Math.max(count > 0 ? 1 : 0, bottom - y(count))}
            />
            {selected !== null && selected[i]! > 0 && (
              <rect
                className={classes.bar}
                x={leftOf(i) + 0.5}
                width={Math.max(1, widthOf(i) - 1)}
                y={Math.min(y(selected[i]!), bottom - 1)}
                height={Math.max(1, bottom - y(selected[i]!))}
              />
            )}
          </g>
        ))}
        {over !== null && (
          <path
            fill="none"
            stroke={over.color}
            strokeWidth={2.2}
            strokeLinejoin="round"
            d={over.counts
              .map((count, i) => {
                const high = bottom - (plotHeight * count) / Math.max(1, ...over.counts);
                return `${i === 0 ? `M${left} ${high}` : `V${high}`}H${leftOf(i) + widthOf(i)}`;
              })
              .join('')}
          />
        )}
        <line className={classes.base} x1={left} x2={left + room} y1={bottom} y2={bottom} />
        {quantiles !== null && (
          <>
            <line className={classes.base} x1={x(quantiles[0]!)} x2={x(quantiles[4]!)} y1={boxAt + 6} y2={boxAt + 6} />
            <rect
              className={classes.box}
              x={x(quantiles[1]!)}
              width={Math.max(2, x(quantiles[3]!) - x(quantiles[1]!))}
              y={boxAt}
              height={12}
              rx={2}
            />
            <line
              className={classes.middle}
              x1={x(quantiles[2]!)}
              x2={x(quantiles[2]!)}
              y1={boxAt - 1}
              y2={boxAt + 13}
            />
          </>
        )}
        {ticks.map((value, i) => {
          const text = valueText(value);
          const half = textWidth(text, 11) / 2;
          const middle = Math.max(left + half - 4, Math.min(width - half - 4, x(value)));
          const previous =
            i === 0 ? Number.NEGATIVE_INFINITY : x(ticks[i - 1]!) + textWidth(valueText(ticks[i - 1]!), 11) / 2;
          return middle - half < previous + 6 ? null : (
            <text
              key={value}
              className={classes.axis}
              x={middle}
              y={bottom + boxHeight + 16}
              textAnchor="middle"
              fontSize={11}
            >
              {text}
            </text>
          );
        })}
        {titleLines.map((line, i) => (
          <text
            key={line}
            className={classes.axis}
            x={Math.min(left + room / 2, width - textWidth(line, 12) / 2)}
            y={height - 8 - (titleLines.length - 1 - i) * 15}
            textAnchor="middle"
            fontSize={12}
          >
            {line}
          </text>
        ))}
      </svg>
      {onBar !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own
        <div ref={box} role="group" aria-label={barsLabel} onKeyDown={onKeyDown} data-no-picture="">
          {bars.map((bar, i) => {
            const label = barText(bar, i);
            return (
              <button
                key={bar.from}
                type="button"
                className={classes.hit}
                style={{ left: leftOf(i), top, width: widthOf(i), height: plotHeight }}
                tabIndex={i === Math.min(at, steps - 1) ? 0 : -1}
                title={label}
                aria-label={label}
                aria-pressed={isPressed(i)}
                onFocus={() => setAt(i)}
                onClick={() => onBar(i)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
};
