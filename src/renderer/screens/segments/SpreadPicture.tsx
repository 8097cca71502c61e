import type { Feature } from '../../../shared/model/feature.ts';
import { niceTicks } from '../../../shared/picture/nice-ticks.ts';
import { axisOf, type Spread, type SpreadPart } from '../../../shared/picture/spread.ts';
import { logTicks } from '../../charts/log-axis.ts';
import { SegmentPatterns } from '../../charts/SegmentFill.tsx';
import { colorsOf, partColor, partFill, type SegmentPart } from '../../charts/segment-parts.ts';
import { fitText, halves, isolate, textWidth, widthOf } from '../../charts/text-width.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { typicalValueText } from '../../charts/words.ts';
import { featureText } from '../../client/feature-text.ts';
import { format, t } from '../../client/words.ts';

/** One fact: a row for everybody, then one for each segment. */
export interface SpreadFrame {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const foot = 38;
/** Rows this high have room for two lines. */
const twoLineRow = 34;

export const spreadFrame = (
  parts: readonly SegmentPart[],
  width: number,
  values: readonly string[] = [],
): SpreadFrame => {
  const rows = parts.length + 1;
  const rowHeight = rows <= 9 ? 38 : rows <= 16 ? 28 : 20;
  const widest = Math.max(
    ...parts.map(({ name }) => textWidth(name, 13)),
    textWidth(t('segmentScreen.spread.everybody'), 13),
  );
  // Names on two lines have what they need, up to nearly half of the picture.
  const halved =
    rowHeight < twoLineRow ? 0 : Math.max(...parts.map(({ name }) => widthOf(halves(name, 13, 600), 13, 600)));
  const most = Math.min(width * 0.45, Math.max(width * 0.34, halved + 12));
  const left = Math.ceil(Math.min(most, Math.max(72, widest + 14)));
  const right = Math.round(Math.min(110, Math.max(48, ...values.map((text) => textWidth(text, 13, 600) + 14))));
  return { width, rowHeight, left, right, top: 4, height: 4 + rows * rowHeight + foot };
};

export const typicalOf = (part: SpreadPart, feature: Feature, axis: Spread['axis']): string =>
  axis === 'flag' ? format.share(part.yes) : typicalValueText(part.quantiles?.[2] ?? null, feature);

/** Room for the longer end of an axis, with air beside it. */
const tickRoom = ({ low, high }: Spread): number =>
  Math.max(48, ...[low, high].map((value) => textWidth(format.number(Math.round(value)), 12) + 16));

const ticksOf = (spread: Spread, room: number): number[] => {
  const { axis, low, high } = spread;
  if (axis === 'flag') return [0, 0.5, 1];
  if (axis === 'linear') return niceTicks(low, high, Math.max(2, Math.floor(room / tickRoom(spread))));
  const ticks = logTicks(high, Math.max(3, Math.floor(room / 46))).map(({ value }) => value);
  const inside = ticks.filter((value) => value >= low * 0.999);
  return inside.length > 1 ? inside : niceTicks(low, high, 3);
};

/** A name on as many lines as a row has. */
const nameLines = (name: string, room: number, rowHeight: number): string[] => {
  if (textWidth(name, 13, 600) <= room || rowHeight < twoLineRow) return [fitText(name, room, 13, 600)];
  return halves(name, 13, 600).map((line) => fitText(line, room, 13, 600));
};

/** The outline of a density over a base line. */
const ridge = (density: readonly number[], x: number, width: number, base: number, height: number): string => {
  const step = width / density.length;
  const points = density.map(
    (value, i) => `${(x + (i + 0.5) * step).toFixed(1)} ${(base - value * height).toFixed(1)}`,
  );
  return `M${x} ${base}L${points.join('L')}L${x + width} ${base}Z`;
};

interface SpreadPictureProps {
  readonly feature: Feature;
  readonly spread: Spread;
  readonly parts: readonly SegmentPart[];
  readonly frame: SpreadFrame;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly selected?: readonly number[];
  /** Single customers that are selected: drawn over everybody. */
  readonly chosen?: SpreadPart | null;
  readonly hovered?: number | null;
}

/** Where the customers of each segment lie in one fact, over everybody's on the same axis; needs no style sheet. */
export const SpreadPicture = (props: SpreadPictureProps) => {
  const { feature, spread, parts, frame, theme, summary, selected = [], chosen = null, hovered = null } = props;
  const { width, height, rowHeight, left, right, top } = frame;
  const room = Math.max(40, width - left - right);
  const along = axisOf(spread);
  const x = (value: number) => left + Math.max(0, Math.min(1, along(value))) * room;
  const isFlag = spread.axis === 'flag';
  const bottom = height - foot;
  const ridgeHeight = rowHeight - 12;
  const rows = [
    {
      id: null,
      name: t('segmentScreen.spread.everybody'),
      fill: theme.line,
      line: theme.line,
      part: spread.everybody,
    },
    ...parts.map((one) => ({
      id: one.id,
      name: one.name,
      fill: partFill(one),
      line: partColor(one),
      part: spread.parts[one.label] ?? null,
    })),
  ];
  const middle = spread.everybody.quantiles?.[2];
  return (
    <svg width={width} height={height} role="img" aria-label={summary} data-picture="spread" display="block">
      <SegmentPatterns colors={colorsOf(parts)} />
      {ticksOf(spread, room).map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={top} y2={bottom} stroke={theme.grid} />
          <text x={x(value)} y={bottom + 15} fontSize={12} textAnchor="middle" fill={theme.muted}>
            {isFlag ? format.share(value) : featureText(feature, value)}
          </text>
        </g>
      ))}
      <text x={left + room / 2} y={bottom + 32} fontSize={12} textAnchor="middle" fill={theme.muted}>
        {fitText(
          isFlag
            ? t('segmentScreen.spread.axis.flag')
            : t(spread.axis === 'log' ? 'segmentScreen.spread.axis.log' : 'segmentScreen.spread.axis', {
                unit: feature.unit,
              }),
          width - 8,
          12,
        )}
      </text>
      {!isFlag && middle !== undefined && (
        <line x1={x(middle)} x2={x(middle)} y1={top} y2={bottom} stroke={theme.muted} strokeDasharray="2 3" />
      )}
      {rows.map(({ id, name, fill, line: color, part }, i) => {
        const base = top + (i + 1) * rowHeight - 7;
        const isDim = selected.length > 0 && id !== null && !selected.includes(id);
        const isStrong = id !== null && (hovered === id || selected.includes(id));
        const quantiles = part?.quantiles ?? null;
        return (
          <g key={id ?? 'everybody'}>
            {nameLines(name, left - 10, rowHeight).map((line, at, lines) => (
              <text
                key={line}
                x={0}
                y={(rowHeight < 34 ? base + 4 : base - 3) + (at - (lines.length - 1) / 2) * 15}
                fontSize={13}
                fontWeight={isStrong ? 600 : 400}
                fill={id === null || isDim ? theme.muted : theme.ink}
              >
                {isolate(line)}
              </text>
            ))}
            {id === null && <line x1={0} x2={width} y1={base + 6.5} y2={base + 6.5} stroke={theme.grid} />}
            <g opacity={isDim ? 0.25 : 1}>
              {part !== null && isFlag && (
                <>
                  <rect x={left} y={base - 9} width={room} height={8} rx={4} fill={theme.grid} />
                  <rect x={left} y={base - 9} width={Math.max(1.5, part.yes * room)} height={8} rx={4} fill={fill} />
                  <line
                    x1={x(spread.everybody.yes)}
                    x2={x(spread.everybody.yes)}
                    y1={base - 12}
                    y2={base + 2}
                    stroke={theme.muted}
                  />
                </>
              )}
              {part !== null && quantiles !== null && !isFlag && (
                <>
                  {rowHeight > 24 && (
                    <path
                      d={ridge(part.density, left, room, base, ridgeHeight)}
                      fill={fill}
                      fillOpacity={id === null ? 0.35 : 0.42}
                    />
                  )}
                  <line
                    x1={x(quantiles[0])}
                    x2={x(quantiles[4])}
                    y1={base}
                    y2={base}
                    stroke={color}
                    strokeWidth={1.5}
                  />
                  <rect
                    x={x(quantiles[1])}
                    y={base - 2}
                    width={Math.max(2, x(quantiles[3]) - x(quantiles[1]))}
                    height={4}
                    rx={2}
                    fill={fill}
                  />
                  <circle cx={x(quantiles[2])} cy={base} r={4.5} fill={theme.ground} stroke={color} strokeWidth={2.5} />
                </>
              )}
            </g>
            {id === null && chosen !== null && chosen.quantiles !== null && (
              <g data-part="selected">
                {isFlag ? (
                  <rect
                    x={left}
                    y={base - 9}
                    width={Math.max(1.5, chosen.yes * room)}
                    height={8}
                    rx={4}
                    fill={theme.ink}
                    fillOpacity={0.75}
                  />
                ) : (
                  <>
                    {rowHeight > 24 && (
                      <path
                        d={ridge(chosen.density, left, room, base, ridgeHeight)}
                        fill={theme.ink}
                        fillOpacity={0.2}
                        stroke={theme.ink}
                        strokeWidth={1.5}
                      />
                    )}
                    <circle cx={x(chosen.quantiles[2])} cy={base} r={4.5} fill={theme.ink} />
                  </>
                )}
              </g>
            )}
            {part !== null && (
              <text
                x={width}
                y={rowHeight < 34 ? base + 4 : base - 3}
                fontSize={13}
                fontWeight={isStrong ? 600 : 400}
                textAnchor="end"
                fill={id === null || isDim ? theme.muted : theme.ink}
              >
                {fitText(typicalOf(part, feature, spread.axis), right - 6, 13)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};
