import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { format, t } from '../../client/words.ts';

interface ChancePictureProps {
  readonly bins: KeptPrediction['found']['holdOut']['reliability'];
  readonly width: number;
  readonly theme: ChartTheme;
  readonly summary: string;
}

const [height, left, top, foot, right] = [260, 46, 26, 44, 12];
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Chances that were given against the shares that ordered: on the slanted line they are to be taken at their word. */
export const ChancePicture = ({ bins, width, theme, summary }: ChancePictureProps) => {
  const x = (chance: number) => left + chance * (width - left - right);
  const y = (share: number) => top + (height - top - foot) * (1 - share);
  return (
    <svg width={width} height={height} role="img" aria-label={summary} data-picture="chances" display="block">
      <text x={0} y={12} fontSize={12} fill={theme.muted}>
        {t('ahead.chances.came')}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? theme.line : theme.grid} />
          <text x={left - 8} y={y(tick)} dy="0.35em" fontSize={12} textAnchor="end" fill={theme.muted}>
            {format.share(tick)}
          </text>
          <text
            x={tick === 1 ? width - right : x(tick)}
            y={height - foot + 17}
            fontSize={12}
            textAnchor={tick === 1 ? 'end' : 'middle'}
            fill={theme.muted}
          >
            {format.share(tick)}
          </text>
        </g>
      ))}
      <line x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} stroke={theme.line} strokeDasharray="4 4" />
      <text x={x(1)} y={y(0.68)} fontSize={12} textAnchor="end" fill={theme.muted}>
        {t('ahead.chances.perfect')}
      </text>
      <polyline
        points={bins.map(({ expected, came }) => `${x(expected)},${y(came)}`).join(' ')}
        fill="none"
        stroke={theme.accent}
        strokeWidth={1.5}
      />
      {bins.map(({ expected, came, customers }, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: groups are told apart by their place alone
          key={i}
          cx={x(expected)}
          cy={y(came)}
          r={5}
          fill={theme.accent}
        >
          <title>{`${format.share(expected)} → ${format.share(came)} · ${t('ahead.customers', { customers })}`}</title>
        </circle>
      ))}
      <text x={(left + width - right) / 2} y={height - 6} fontSize={12} textAnchor="middle" fill={theme.muted}>
        {t('ahead.chances.axis')}
      </text>
    </svg>
  );
};
