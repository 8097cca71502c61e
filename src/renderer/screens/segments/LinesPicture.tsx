import { useLayoutEffect, useRef } from 'react';
import { type Stretch, spreadApart } from '../../../shared/picture/lines.ts';
import { SegmentButtons } from '../../charts/SegmentButtons.tsx';
import { partColor, type SegmentPart } from '../../charts/segment-parts.ts';
import { fitText, halves, isolate, textWidth } from '../../charts/text-width.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { usePixelRatio } from '../../charts/use-pixel-ratio.ts';
import { typicalValueText } from '../../charts/words.ts';
import { featureText } from '../../client/feature-text.ts';
import { format, t, tell } from '../../client/words.ts';
import classes from './lines.module.css';
import { heightOf, type LinesFrame, lineTicks } from './lines-frame.ts';
import { type LinesPaint, middleOf, paintLines } from './paint-lines.ts';
import type { FactAxis } from './use-line-axes.ts';

const nameHeight = 20;
const twoLineHeight = 34;

interface AxesProps {
  readonly axes: readonly FactAxis[];
  readonly stretches: readonly (Stretch | null)[];
  readonly frame: LinesFrame;
  readonly theme: ChartTheme;
}

/** The axes over the lines: ticks in real figures, and what is marked. */
const Axes = ({ axes, stretches, frame, theme }: AxesProps) => (
  <svg width={frame.width} height={frame.height} className={classes.layer} aria-hidden>
    {axes.map(({ feature, spread, along, values }, i) => {
      const x = frame.xs[i]!;
      const stretch = stretches[i] ?? null;
      const isFlag = spread.axis === 'flag';
      const halo = { paintOrder: 'stroke', stroke: theme.ground, strokeWidth: 3, strokeLinejoin: 'round' } as const;
      return (
        <g key={feature.key}>
          <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} stroke={theme.line} />
          {lineTicks(spread).map((value) => {
            const y = heightOf(frame, isFlag ? 0.1 + 0.8 * value : along(value));
            return (
              <g key={value}>
                <line x1={x - 4} x2={x} y1={y} y2={y} stroke={theme.line} />
                <text x={x - 12} y={y + 4} fontSize={12} textAnchor="end" fill={theme.muted} {...halo}>
                  {isFlag
                    ? t(value === 1 ? 'segmentScreen.lines.yes' : 'segmentScreen.lines.no')
                    : featureText(feature, value)}
                </text>
              </g>
            );
          })}
          {spread.missing > 0 && values.length > 0 && (
            <text x={x - 12} y={frame.foot + 4} fontSize={12} textAnchor="end" fill={theme.muted} {...halo}>
              {t('segmentScreen.lines.missing')}
            </text>
          )}
          {stretch !== null && (
            <rect
              x={x - 9}
              y={heightOf(frame, stretch.to)}
              width={18}
              height={Math.max(2, heightOf(frame, stretch.from) - heightOf(frame, stretch.to))}
              rx={3}
              fill={theme.accent}
              fillOpacity={0.22}
              stroke={theme.accent}
              strokeWidth={1.5}
            />
          )}
        </g>
      );
    })}
  </svg>
);

interface NamesProps {
  readonly axes: readonly FactAxis[];
  readonly parts: readonly SegmentPart[];
  readonly strong: ReadonlySet<number>;
  readonly frame: LinesFrame;
  readonly theme: ChartTheme;
}

/** The segments’ names where their lines end. */
const Names = ({ axes, parts, strong, frame, theme }: NamesProps) => {
  const last = axes.at(-1)!;
  const named = parts.flatMap((part) => {
    const place = middleOf(last, part);
    return place === null ? [] : [{ part, wanted: heightOf(frame, place) }];
  });
  const room = frame.names - 14;
  const isLong = (name: string) => textWidth(name, 13, 600) > room;
  const wantedGap = named.some(({ part }) => isLong(part.name)) ? twoLineHeight : nameHeight;
  const gap = Math.min(wantedGap, frame.height / Math.max(1, named.length));
  /** On two lines where one is too short and there is room for both. */
  const linesOf = (name: string) =>
    (isLong(name) && gap === twoLineHeight ? halves(name, 13, 600) : [name]).map((line) =>
      fitText(line, room, 13, 600),
    );
  const ys = spreadApart(
    named.map(({ wanted }) => wanted),
    gap,
    0,
    frame.height,
  );
  const x = frame.xs.at(-1)! + 16;
  return (
    <>
      <svg width={frame.width} height={frame.height} className={classes.layer} aria-hidden>
        {named.map(({ part, wanted }, i) => (
          <g key={part.id} opacity={strong.size > 0 && !strong.has(part.id) ? 0.5 : 1}>
            <polyline
              points={`${x - 15},${wanted} ${x - 8},${ys[i]!} ${x - 3},${ys[i]!}`}
              fill="none"
              stroke={partColor(part)}
              strokeWidth={1.5}
            />
            {linesOf(part.name).map((line, at, lines) => (
              <text
                key={line}
                x={x}
                y={ys[i]! + 4.5 + (at - (lines.length - 1) / 2) * 15}
                fontSize={13}
                fontWeight={strong.has(part.id) ? 600 : 500}
                fill={theme.ink}
              >
                {isolate(line)}
              </text>
            ))}
          </g>
        ))}
      </svg>
      <SegmentButtons
        places={named.map(({ part }, i) => ({
          id: part.id,
          label: `${part.name}: ${axes
            .map((axis) => {
              const level = axis.spread.parts[part.label];
              const typical =
                axis.spread.axis === 'flag'
                  ? format.share(level?.yes ?? 0)
                  : typicalValueText(level?.quantiles?.[2], axis.feature);
              return `${tell(axis.feature.name)} ${typical}`;
            })
            .join(', ')}`,
          left: x - 6,
          top: ys[i]! - gap / 2,
          width: frame.names,
          height: gap,
        }))}
      />
    </>
  );
};

interface LinesPictureProps extends LinesPaint {
  readonly stretches: readonly (Stretch | null)[];
  readonly summary: string;
}

/** A line for each customer through the axes, thick ones for segments, and their names. */
export const LinesPicture = ({ stretches, summary, ...paint }: LinesPictureProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const { frame } = paint;
  useLayoutEffect(() => {
    const element = canvas.current!;
    element.width = Math.round(frame.width * ratio);
    element.height = Math.round(frame.height * ratio);
    const context = element.getContext('2d')!;
    context.setTransform(element.width / frame.width, 0, 0, element.height / frame.height, 0, 0);
    paintLines(context, paint);
    element.dataset.lines = String(paint.rows.length + paint.more.length);
  });
  return (
    <>
      <div role="img" aria-label={summary} className={classes.layer} data-picture="lines">
        <canvas ref={canvas} className={classes.layer} aria-hidden />
      </div>
      <Axes axes={paint.axes} stretches={stretches} frame={frame} theme={paint.theme} />
      <Names axes={paint.axes} parts={paint.parts} strong={paint.strong} frame={frame} theme={paint.theme} />
    </>
  );
};
