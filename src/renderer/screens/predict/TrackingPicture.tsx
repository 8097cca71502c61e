import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import { niceTicks } from '../../../shared/picture/nice-ticks.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { format, locale, t } from '../../client/words.ts';

type HoldOut = KeptPrediction['found']['holdOut'];

interface TrackingPictureProps {
  readonly holdOut: HoldOut;
  readonly width: number;
  readonly theme: ChartTheme;
  readonly summary: string;
}

const [height, top, foot] = [260, 26, 30];
const dayMs = 86_400_000;

const monthText = (at: number): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(new Date(at));

/** The first days of months within a span, so far apart that their names have room. */
const monthTicks = (from: number, to: number, most: number): number[] => {
  const start = new Date(from);
  const months: number[] = [];
  for (let i = 1; ; i += 1) {
    const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1);
    if (at > to) break;
    months.push(at);
  }
  const step = Math.max(1, Math.ceil(months.length / Math.max(1, most)));
  return months.filter((_, i) => i % step === 0);
};

/** Repeat orders added up by week as they came, and as they were expected; the days it did not know on a ground of their own. */
export const TrackingPicture = ({ holdOut, width, theme, summary }: TrackingPictureProps) => {
  const { tracking, until } = holdOut;
  const days = tracking.map(({ day }) => Date.parse(day));
  const [first, last] = [days[0]!, days.at(-1)!];
  const most = Math.max(1, ...tracking.flatMap(({ came, expected }) => [came, expected]));
  const ticks = niceTicks(0, most, 4);
  const left = Math.max(...ticks.map((tick) => textWidth(format.number(tick), 12))) + 10;
  const right = 12;
  const x = (at: number) => left + ((at - first) / Math.max(dayMs, last - first)) * (width - left - right);
  const y = (value: number) => top + (height - top - foot) * (1 - value / most);
  const line = (of: 'came' | 'expected') => tracking.map((week, i) => `${x(days[i]!)},${y(week[of])}`).join(' ');
  const known = x(Math.min(last, Date.parse(until)));
  const end = tracking.at(-1)!;
  const isAbove = end.came >= end.expected;
  const names = (['came', 'expected'] as const).map((of) => ({
    of,
    text: t(`ahead.tracking.${of}`),
    up: (of === 'came') === isAbove ? -8 : 16,
  }));
  return (
    <svg width={width} height={height} role="img" aria-label={summary} data-picture="tracking" display="block">
      <rect
        x={known}
        y={top}
        width={Math.max(0, width - right - known)}
        height={height - top - foot}
        fill={theme.grid}
        opacity={0.6}
      />
      <text x={width - right} y={top - 9} fontSize={12} textAnchor="end" fill={theme.muted}>
        {t('ahead.tracking.unknown')}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? theme.line : theme.grid} />
          <text x={left - 8} y={y(tick)} dy="0.35em" fontSize={12} textAnchor="end" fill={theme.muted}>
            {format.number(tick)}
          </text>
        </g>
      ))}
      <text x={0} y={12} fontSize={12} fill={theme.muted}>
        {t('ahead.tracking.axis')}
      </text>
      {monthTicks(first, last, Math.floor((width - left) / 70)).map((at) => (
        <text
          key={at}
          x={Math.min(x(at), width - right - 18)}
          y={height - 10}
          fontSize={12}
          textAnchor="middle"
          fill={theme.muted}
        >
          {monthText(at)}
        </text>
      ))}
      <polyline points={line('expected')} fill="none" stroke={theme.accent} strokeWidth={2} strokeDasharray="6 4" />
      <polyline points={line('came')} fill="none" stroke={theme.ink} strokeWidth={2} />
      {names.map(({ of, text, up }) => {
        const at = Math.max(0, Math.floor(tracking.length * 0.82) - 1);
        return (
          <text
            key={of}
            x={x(days[at]!)}
            y={Math.max(top + 12, Math.min(height - foot - 4, y(tracking[at]![of]) + up))}
            fontSize={12}
            fontWeight={600}
            textAnchor={up < 0 ? 'end' : 'start'}
            fill={of === 'came' ? theme.ink : theme.accent}
          >
            {text}
          </text>
        );
      })}
    </svg>
  );
};
