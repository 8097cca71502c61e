import type { Box } from '../../../shared/picture/squarify.ts';
import { SegmentPatterns } from '../../charts/SegmentFill.tsx';
import { colorsOf, inkOnPart, partFill, type SegmentPart } from '../../charts/segment-parts.ts';
import { fitText, isolate, textWidth } from '../../charts/text-width.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { wrapText } from '../../charts/wrap-text.ts';
import { format, t } from '../../client/words.ts';

interface TreemapPictureProps {
  readonly parts: readonly SegmentPart[];
  /** Where each part lies, in the order of parts. */
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly hasRevenue: boolean;
  readonly selected?: readonly number[];
  /** How much of each segment is selected, by id; the whole where left out. */
  readonly shares?: ReadonlyMap<number, number> | null;
  readonly hovered?: number | null;
}

interface Line {
  /** From the longest on; the first that fits is written. */
  readonly texts: readonly string[];
  readonly size: number;
  readonly weight: number;
  /** Cut off where nothing fits, instead of left out. */
  readonly isName?: boolean;
}

/** A tile this large says its share in large figures. */
const isLarge = ({ width, height }: Box): boolean => width > 150 && height > 120;

/** A name on two lines where one is too short, the tile is high enough, and all of it fits. */
const nameLines = (name: string, { width, height }: Box): string[] => {
  const room = width - 22;
  const wide = textWidth(name, 14, 650);
  if (wide <= room || height < 70) return [name];
  const lines = wrapText(name, Math.floor((room / wide) * name.length), 2);
  return lines.every((line) => !line.endsWith('…') && textWidth(line, 14, 650) <= room) ? lines : [name];
};

/** A name runs downwards where a tile is too narrow for its lines and high enough for all of it. */
const isUpright = (name: string, box: Box): boolean =>
  box.width >= 22 &&
  nameLines(name, box).some((line) => textWidth(line, 14, 650) > box.width - 22) &&
  box.height >= textWidth(name, 13, 650) + 24;

const linesOf = (part: SegmentPart, box: Box, hasRevenue: boolean): Line[] => {
  const share = hasRevenue ? (part.revenueShare ?? 0) : part.share;
  const money = { share: part.revenueShare, money: Math.round(part.revenue ?? 0) };
  const people = { share: part.share, customers: format.number(part.size) };
  const large = isLarge(box);
  return [
    ...nameLines(part.name, box).map((line) => ({ texts: [line], size: 14, weight: 650, isName: true })),
    ...(large ? [{ texts: [format.share(share)], size: 26, weight: 650 }] : []),
    ...(hasRevenue
      ? [
          {
            texts: large
              ? [t('segmentScreen.treemap.ofRevenue', money)]
              : [t('segmentScreen.treemap.revenue', money), format.share(share)],
            size: 13,
            weight: 500,
          },
        ]
      : []),
    {
      texts: [
        t('segmentScreen.treemap.people', people),
        t('segmentScreen.treemap.customers.share', people),
        ...(hasRevenue || large ? [] : [format.share(part.share)]),
      ],
      size: 13,
      weight: 400,
    },
  ];
};

/** What of a line is written in that room. */
const fitLine = ({ texts, size, weight, isName }: Line, room: number): string =>
  texts.find((text) => textWidth(text, size, weight) <= room) ?? (isName ? fitText(texts[0]!, room, size, weight) : '');

/** Segments as tiles without gaps but a line, what they are written in them; needs no style sheet. */
export const TreemapPicture = (props: TreemapPictureProps) => {
  const {
    parts,
    boxes,
    width,
    height,
    theme,
    summary,
    hasRevenue,
    selected = [],
    shares = null,
    hovered = null,
  } = props;
  return (
    <svg width={width} height={height} role="img" aria-label={summary} data-picture="treemap" display="block">
      <SegmentPatterns colors={colorsOf(parts)} />
      {parts.map((part, i) => {
        const box = boxes[i]!;
        if (box.width <= 0 || box.height <= 0) return null;
        const isDim = selected.length > 0 && !selected.includes(part.id);
        const selectedPart = shares === null ? 1 : (shares.get(part.id) ?? 0);
        const isPartly = !isDim && selectedPart < 1;
        const isPatterned = partFill(part).startsWith('url');
        let y = box.y + 8;
        return (
          <g key={part.id}>
            <rect
              x={box.x + 1}
              y={box.y + 1}
              width={Math.max(0.5, box.width - 2)}
              height={Math.max(0.5, box.height - 2)}
              rx={4}
              fill={partFill(part)}
              opacity={isDim || isPartly ? 0.28 : 1}
              stroke={hovered === part.id ? theme.ink : 'none'}
              strokeWidth={2}
            />
            {isPartly && (
              <rect
                x={box.x + 1}
                y={box.y + box.height - 1 - Math.max(2, (box.height - 2) * selectedPart)}
                width={Math.max(0.5, box.width - 2)}
                height={Math.max(2, (box.height - 2) * selectedPart)}
                rx={4}
                fill={partFill(part)}
              />
            )}
            {isUpright(part.name, box) && (
              <text
                transform={`translate(${box.x + box.width / 2 - 4.5} ${box.y + 12}) rotate(90)`}
                fontSize={13}
                fontWeight={650}
                fill={isDim || isPartly ? theme.ink : inkOnPart(part)}
                {...(isPartly ? { stroke: theme.ground, strokeWidth: 3, paintOrder: 'stroke' } : {})}
                {...(isPatterned && !isDim && !isPartly
                  ? { stroke: '#FFFFFF', strokeWidth: 3, paintOrder: 'stroke', fill: '#000000' }
                  : {})}
              >
                {isolate(part.name)}
              </text>
            )}
            {(isUpright(part.name, box) ? [] : linesOf(part, box, hasRevenue)).map((line) => {
              const { size, weight, texts } = line;
              const fitting = fitLine(line, box.width - 22);
              if (fitting === '') return null;
              y += size + 6;
              if (y > box.y + box.height - 5) return null;
              return (
                <text
                  key={`${texts[0]} ${size} ${y}`}
                  x={box.x + 11}
                  y={y - 3}
                  fontSize={size}
                  fontWeight={weight}
                  fill={isDim || isPartly ? theme.ink : inkOnPart(part)}
                  {...(isPartly ? { stroke: theme.ground, strokeWidth: 3, paintOrder: 'stroke' } : {})}
                  {...(isPatterned && !isDim && !isPartly
                    ? { stroke: '#FFFFFF', strokeWidth: 3, paintOrder: 'stroke', fill: '#000000' }
                    : {})}
                >
                  {isolate(fitting)}
                </text>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
};
