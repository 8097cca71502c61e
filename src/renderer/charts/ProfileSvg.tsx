import { divergingColor, inkOn } from '../../shared/picture/diverging.ts';
import { markOf, type ProfileFrame, type ProfilePicture, tileRow } from './profile-picture.ts';
import { isolate } from './text-width.ts';
import type { ChartTheme } from './theme.ts';
import { word } from './words.ts';

const gap = 3;
const tile = 11;
const left = 4;

/** Where the cells begin and how large they are, in pixels. */
export const profileCells = ({ side, head, each, rowHeight, turned }: ProfileFrame) => ({
  x: left + side,
  y: head + (turned ? tileRow : 0),
  width: each,
  height: rowHeight,
});

interface CellAt {
  readonly segment: number;
  readonly feature: number;
}

interface ProfileSvgProps {
  readonly picture: ProfilePicture;
  readonly frame: ProfileFrame;
  readonly width: number;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly selectedIds?: readonly number[];
  /** How much of each segment is selected, by id; the whole where left out. */
  readonly shares?: ReadonlyMap<number, number> | null;
  readonly onPoint?: (cell: CellAt | null, event: MouseEvent | null) => void;
  readonly onPick?: (segmentId: number, add: boolean) => void;
  /** A cell that was pressed twice: where its number comes from. */
  readonly onOpen?: (cell: CellAt, event: MouseEvent) => void;
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly fill: string;
  readonly strong: boolean;
  /** From the last line upwards, instead of around the middle. */
  readonly up?: boolean;
}

const Lines = ({ lines, x, y, anchor, fill, strong, up = false }: LinesProps) => (
  <>
    {lines.map((line, i) => (
      <text
        key={line}
        x={x}
        y={y + (up ? i - lines.length + 1 : i - (lines.length - 1) / 2) * 16}
        dy="0.35em"
        fontSize={anchor === 'start' ? 13 : 12}
        fontWeight={strong ? 600 : 400}
        textAnchor={anchor}
        fill={fill}
      >
        {isolate(line)}
      </text>
    ))}
  </>
);

/** Segments against facts as coloured cells with a word each; needs no style sheet. */
export const ProfileSvg = (props: ProfileSvgProps) => {
  const { picture, frame, width, theme, summary, selectedIds = [], shares = null } = props;
  const { onPoint, onPick, onOpen } = props;
  const { turned, columns, rows, spelled, height, upright } = frame;
  const { segments, cells } = picture;
  const at = profileCells(frame);
  const average = word('level.same');
  const isDim = (segment: number) => selectedIds.length > 0 && !selectedIds.includes(segments[segment]!.id);
  const shareOf = (segment: number) => (shares === null ? 1 : (shares.get(segments[segment]!.id) ?? 0));
  const isStrong = (segment: number) => selectedIds.includes(segments[segment]!.id);
  const ink = (segment: number | null) => (segment !== null && isDim(segment) ? theme.muted : theme.ink);
  const swatch = (segment: number, x: number, y: number) => (
    <rect
      x={x}
      y={y}
      width={tile}
      height={tile}
      rx={3}
      fill={segments[segment]!.color}
      opacity={isDim(segment) ? 0.35 : 1}
    />
  );
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      data-picture="profile"
      display="block"
      onPointerLeave={() => onPoint?.(null, null)}
    >
      {columns.map((lines, column) => {
        const middle = at.x + (column + 0.5) * at.width;
        const segment = turned ? column : null;
        return (
          <g key={turned ? segments[column]!.id : picture.features[column]!}>
            {upright ? (
              <text
                transform={`translate(${middle} ${frame.head - 6}) rotate(-90)`}
                dy="0.35em"
                fontSize={12}
                fontWeight={segment !== null && isStrong(segment) ? 600 : 400}
                fill={ink(segment)}
              >
                {isolate(lines[0] ?? '')}
              </text>
            ) : (
              <Lines
                lines={lines}
                x={middle}
                y={frame.head - 12}
                anchor="middle"
                fill={turned ? ink(segment) : theme.muted}
                strong={segment !== null && isStrong(segment)}
                up
              />
            )}
            {segment !== null && swatch(segment, middle - tile / 2, frame.head + 2)}
          </g>
        );
      })}
      {rows.map((lines, row) => {
        const middle = at.y + (row + 0.5) * at.height;
        const segment = turned ? null : row;
        return (
          <g key={turned ? picture.features[row]! : segments[row]!.id}>
            {segment !== null && swatch(segment, left + 8, middle - tile / 2)}
            <Lines
              lines={lines}
              x={left + (turned ? 6 : 28)}
              y={middle}
              anchor="start"
              fill={ink(segment)}
              strong={segment !== null && isStrong(segment)}
            />
          </g>
        );
      })}
      {rows.map((_, row) =>
        columns.map((__, column) => {
          const [segment, feature] = turned ? [column, row] : [row, column];
          const cell = cells[segment]![feature]!;
          const color = divergingColor(cell.effect);
          const chosen = isDim(segment) ? 0 : shareOf(segment);
          const dim = chosen < 1;
          const wide = Math.max(1, at.width - gap);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: segments are buttons beside, figures stand in the table
            <g
              key={`${segments[segment]!.id} ${picture.features[feature]}`}
              cursor={onPick && 'pointer'}
              onClick={(event) => onPick?.(segments[segment]!.id, event.ctrlKey || event.metaKey || event.shiftKey)}
              onDoubleClick={(event) => onOpen?.({ segment, feature }, event.nativeEvent)}
              onPointerMove={(event) => onPoint?.({ segment, feature }, event.nativeEvent)}
            >
              <rect
                x={at.x + column * at.width + gap / 2}
                y={at.y + row * at.height + gap / 2}
                width={wide}
                height={Math.max(1, at.height - gap)}
                rx={3}
                fill={color}
                opacity={chosen === 0 ? 0.3 : dim ? 0.6 : 1}
              />
              {dim && chosen > 0 && (
                <rect
                  x={at.x + column * at.width + gap / 2}
                  y={at.y + (row + 1) * at.height - gap / 2 - 4}
                  width={Math.max(2, wide * chosen)}
                  height={4}
                  rx={2}
                  fill={segments[segment]!.color}
                />
              )}
              <text
                x={at.x + (column + 0.5) * at.width}
                y={at.y + (row + 0.5) * at.height}
                dy="0.35em"
                fontSize={12.5}
                textAnchor="middle"
                fill={dim ? theme.ink : inkOn(color)}
                fillOpacity={dim ? 0.75 : 1}
                pointerEvents="none"
              >
                {spelled ? cell.word : markOf(cell.effect, cell.word, average)}
              </text>
            </g>
          );
        }),
      )}
    </svg>
  );
};
