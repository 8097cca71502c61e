import { format, t } from '../client/words.ts';
import { SegmentPatterns } from './SegmentFill.tsx';
import { colorsOf, inkOnPart, partFill, type SegmentPart } from './segment-parts.ts';
import type { SelectedShares } from './selected-shares.ts';
import { fitText, isolate, textWidth } from './text-width.ts';
import type { ChartTheme } from './theme.ts';

const bar = 24;
const between = 30;
const side = 76;

const hasRevenue = (parts: readonly SegmentPart[]): boolean => parts.some(({ revenueShare }) => revenueShare !== null);

export const sharesHeight = (parts: readonly SegmentPart[]): number => (hasRevenue(parts) ? bar * 2 + between : bar);

/** Where each part begins and ends along a bar of that width. */
const placesOf = (shares: readonly number[], width: number): [number, number][] => {
  const all = shares.reduce((sum, share) => sum + Math.max(0, share), 0) || 1;
  let at = 0;
  return shares.map((share) => {
    const from = at;
    at += (Math.max(0, share) / all) * width;
    return [from, at];
  });
};

interface LabelProps {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly ink: string;
}

const Label = ({ text, from, to, y, ink }: LabelProps) => {
  const fitting = fitText(text, to - from - 12, 12, 600);
  if (fitting === '') return null;
  return (
    <text
      x={(from + to) / 2}
      y={y}
      dy="0.35em"
      textAnchor="middle"
      fontSize={12}
      fontWeight={600}
      fill={ink}
      pointerEvents="none"
    >
      {isolate(fitting)}
    </text>
  );
};

interface SharesPictureProps {
  readonly parts: readonly SegmentPart[];
  readonly width: number;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly selected?: readonly number[];
  /** Where single customers are selected: how much of each segment. */
  readonly shares?: SelectedShares | null;
  readonly hovered?: number | null;
  readonly onPick?: (id: number, add: boolean) => void;
  readonly onPoint?: (id: number | null, event: MouseEvent | null) => void;
}

/** Shares of customers above, of revenue below, each segment joined with itself; needs no style sheet. */
export const SharesPicture = (props: SharesPictureProps) => {
  const { parts, width, theme, summary, selected = [], shares: chosen = null, hovered = null, onPick, onPoint } = props;
  const two = hasRevenue(parts);
  const height = sharesHeight(parts);
  const room = Math.max(40, width - side);
  const shares = parts.map(({ share }) => share);
  const revenueShares = parts.map(({ revenueShare }) => revenueShare ?? 0);
  const [above, below] = [placesOf(shares, room), placesOf(revenueShares, room)];
  const half = bar + between / 2;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      data-picture="shares"
      onPointerLeave={() => onPoint?.(null, null)}
    >
      <SegmentPatterns colors={colorsOf(parts)} />
      <text x={0} y={bar / 2} dy="0.35em" fontSize={12} fill={theme.muted}>
        {t('segmentScreen.strip.customers')}
      </text>
      {two && (
        <text x={0} y={height - bar / 2} dy="0.35em" fontSize={12} fill={theme.muted}>
          {t('segmentScreen.strip.revenue')}
        </text>
      )}
      <g transform={`translate(${side} 0)`}>
        {parts.map((part, i) => {
          const [a, b] = above[i]!;
          const [c, d] = below[i]!;
          const isDim = selected.length > 0 && !selected.includes(part.id);
          const [partAbove, partBelow] = [
            chosen === null ? 1 : (chosen.customers.get(part.id) ?? 0),
            chosen === null ? 1 : ((chosen.revenue ?? chosen.customers).get(part.id) ?? 0),
          ];
          const isPartly = !isDim && (partAbove < 1 || partBelow < 1);
          const [gap, gapBelow] = [b - a > 3 ? 1 : 0, d - c > 3 ? 1 : 0];
          const share = format.share(part.share);
          // Every part says its share, and its name where there is room for both.
          const named = t('segmentScreen.strip.part', { name: isolate(part.name), share: part.share });
          const text = b - a > textWidth(named, 12, 600) + 12 ? named : share;
          const flow = isDim || isPartly ? 0.08 : hovered === part.id ? 0.55 : 0.26;
          const bottom = height - bar;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same segments stand beside it as buttons
            <g
              key={part.id}
              fill={partFill(part)}
              cursor={onPick && 'pointer'}
              onClick={(event) => onPick?.(part.id, event.ctrlKey || event.metaKey || event.shiftKey)}
              onPointerMove={(event) => onPoint?.(part.id, event.nativeEvent)}
            >
              <rect
                x={a}
                width={Math.max(0.5, b - a - gap)}
                height={bar}
                rx={2}
                opacity={isDim || isPartly ? 0.3 : 1}
              />
              {isPartly && <rect x={a} width={Math.max(1, (b - a - gap) * partAbove)} height={bar} rx={2} />}
              {!isDim && !isPartly && <Label text={text} from={a} to={b} y={bar / 2} ink={inkOnPart(part)} />}
              {two && (
                <>
                  <path
                    opacity={flow}
                    d={`M${a} ${bar}C${a} ${half} ${c} ${half} ${c} ${bottom}H${d - gapBelow}C${d - gapBelow} ${half} ${b - gap} ${half} ${b - gap} ${bar}Z`}
                  />
                  <rect
                    x={c}
                    y={bottom}
                    width={Math.max(0.5, d - c - gapBelow)}
                    height={bar}
                    rx={2}
                    opacity={isDim || isPartly ? 0.3 : 1}
                  />
                  {isPartly && (
                    <rect x={c} y={bottom} width={Math.max(1, (d - c - gapBelow) * partBelow)} height={bar} rx={2} />
                  )}
                  {!isDim && !isPartly && (
                    <Label
                      text={format.share(part.revenueShare ?? 0)}
                      from={c}
                      to={d}
                      y={height - bar / 2}
                      ink={inkOnPart(part)}
                    />
                  )}
                </>
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
};
