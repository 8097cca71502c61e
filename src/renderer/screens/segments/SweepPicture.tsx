import type { KScore } from '../../../shared/model/segmentation.ts';
import { niceTicks } from '../../../shared/picture/nice-ticks.ts';
import { fitText } from '../../charts/text-width.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { format, t } from '../../client/words.ts';
import { distinctBands } from './distinct-word.ts';

export interface SweepFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Width of the column of one number. */
  readonly step: number;
}

const upper = { top: 30, height: 150 };
const lower = { top: 226, height: 110 };
const foot = 58;

export const sweepFrame = (scores: readonly KScore[], width: number): SweepFrame => {
  const left = width < 620 ? 112 : 140;
  return {
    width,
    left,
    step: (width - left - 4) / Math.max(1, scores.length),
    height: lower.top + lower.height + foot,
  };
};

/** What is said of a number under it. */
export interface SweepMark {
  readonly k: number;
  readonly text: string;
  readonly strong: boolean;
}

interface SweepPictureProps {
  readonly scores: readonly KScore[];
  readonly frame: SweepFrame;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly marks: readonly SweepMark[];
  /** The number in use. */
  readonly used: number;
  /** The number that is looked at. */
  readonly chosen: number;
}

/** For every number of segments, how distinct they would be above and how evenly they divide below; needs no style sheet. */
export const SweepPicture = ({ scores, frame, theme, summary, marks, used, chosen }: SweepPictureProps) => {
  const { width, height, left, step } = frame;
  const middle = (i: number) => left + (i + 0.5) * step;
  const most = Math.max(0.55, ...scores.map(({ silhouette }) => silhouette ?? 0));
  const up = (value: number) => upper.top + upper.height * (1 - Math.max(0, value) / most);
  const largest = Math.max(...scores.map(({ largestShare }) => largestShare), 0.1);
  const down = (share: number) => lower.top + lower.height * (1 - share / largest);
  const known = scores.flatMap(({ silhouette }, i) => (silhouette === null ? [] : [{ i, value: silhouette }]));
  const bands = distinctBands.filter(({ from }) => from < most);
  return (
    <svg width={width} height={height} role="img" aria-label={summary} data-picture="sweep" display="block">
      <text x={0} y={14} fontSize={13} fontWeight={600} fill={theme.ink}>
        {t('segmentScreen.number.distinct')}
      </text>
      {bands.map(({ key, from, to }) => (
        <g key={key}>
          <line x1={left} x2={width} y1={up(from)} y2={up(from)} stroke={from === 0 ? theme.line : theme.grid} />
          <text
            x={left - 12}
            y={up((from + Math.min(most, to)) / 2)}
            dy="0.35em"
            fontSize={12}
            textAnchor="end"
            fill={theme.muted}
          >
            {fitText(t(`segmentScreen.number.${key}`), left - 12, 12)}
          </text>
        </g>
      ))}
      <polyline
        points={known.map(({ i, value }) => `${middle(i)},${up(value)}`).join(' ')}
        fill="none"
        stroke={theme.line}
        strokeWidth={1.5}
      />
      {known.map(({ i, value }) => {
        const isUsed = scores[i]!.k === used;
        return (
          <circle
            key={i}
            cx={middle(i)}
            cy={up(value)}
            r={isUsed ? 7 : 5}
            fill={isUsed ? theme.accent : scores[i]!.k === chosen ? theme.ink : theme.ground}
            stroke={isUsed ? theme.accent : theme.ink}
            strokeWidth={2}
          />
        );
      })}
      <text x={0} y={lower.top - 14} fontSize={13} fontWeight={600} fill={theme.ink}>
        {t('segmentScreen.number.balance')}
      </text>
      {niceTicks(0, largest, 4).map((share) => (
        <g key={share}>
          <line x1={left} x2={width} y1={down(share)} y2={down(share)} stroke={share === 0 ? theme.line : theme.grid} />
          <text x={left - 12} y={down(share)} dy="0.35em" fontSize={12} textAnchor="end" fill={theme.muted}>
            {format.share(share)}
          </text>
        </g>
      ))}
      {scores.map(({ k, smallestShare, largestShare }, i) => {
        const color = k === used ? theme.accent : theme.line;
        const wide = Math.min(16, step * 0.4);
        return (
          <g key={k}>
            <rect
              x={middle(i) - wide / 2}
              width={wide}
              y={down(largestShare)}
              height={Math.max(2, down(smallestShare) - down(largestShare))}
              rx={wide / 4}
              fill={color}
              opacity={k === used ? 0.85 : 0.7}
            />
            <line
              x1={middle(i) - wide / 2 - 3}
              x2={middle(i) + wide / 2 + 3}
              y1={down(1 / k)}
              y2={down(1 / k)}
              stroke={theme.ink}
              strokeWidth={1.5}
            />
          </g>
        );
      })}
      {scores.map(({ k }, i) => {
        const mark = marks.find((one) => one.k === k);
        const y = lower.top + lower.height + 20;
        return (
          <g key={k}>
            <text
              x={middle(i)}
              y={y}
              fontSize={15}
              fontWeight={k === used || k === chosen ? 700 : 500}
              textAnchor="middle"
              fill={k === used ? theme.accent : theme.ink}
            >
              {format.number(k)}
            </text>
            {mark?.text.split('\n').map((line, at) => (
              <text
                key={line}
                x={middle(i)}
                y={y + 16 + at * 14}
                fontSize={11.5}
                textAnchor="middle"
                fontWeight={mark.strong ? 600 : 400}
                fill={mark.strong ? theme.accent : theme.muted}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      <text x={left - 12} y={lower.top + lower.height + 20} fontSize={12} textAnchor="end" fill={theme.muted}>
        {fitText(t('segmentScreen.number.axis'), left - 12, 12)}
      </text>
    </svg>
  );
};
