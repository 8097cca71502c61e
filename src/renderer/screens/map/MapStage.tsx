import { useElementSize } from '@mantine/hooks';
import { forwardRef, type KeyboardEvent, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ChartSegment } from '../../charts/chart-segment.ts';
import classes from '../../charts/charts.module.css';
import { FloatingCard } from '../../charts/FloatingCard.tsx';
import { Marks } from '../../charts/points/marks.tsx';
import { PointCanvas } from '../../charts/points/PointCanvas.tsx';
import { gridOf } from '../../charts/points/point-grid.ts';
import { lookOf } from '../../charts/points/point-look.ts';
import { windowOf } from '../../charts/points/point-places.ts';
import { type DragTool, type Held, type Pixel, useGestures } from '../../charts/points/use-gestures.ts';
import { homeView, keepInside, moveBy, sameView, type View, zoomAt } from '../../charts/points/view.ts';
import { textWidth } from '../../charts/text-width.ts';
import { chartTheme } from '../../charts/theme.ts';
import { type Selection, selectRows, toggleSegment } from '../../client/selection.ts';
import { format, t } from '../../client/words.ts';
import { HoverCard } from './HoverCard.tsx';
import map from './map.module.css';
import { type Cursor, directions, nextRow, nextTarget } from './map-cursor.ts';
import { axisMarks, frameOf, toPixel } from './map-frame.ts';
import { nameMarks } from './map-names.ts';
import type { MapOptions } from './map-options.ts';
import { colorsByLabel } from './map-picture.ts';
import { outlineMarks, wordsOver } from './map-scene.ts';
import { addRows } from './select-on-map.ts';
import type { MapOfCustomers } from './use-map-parts.ts';

export interface StageHandle {
  /** Factor below 1 comes closer. */
  zoom(factor: number): void;
  reset(): void;
  /** What is looked at now. */
  view(): View;
}

export interface MapStageProps {
  readonly map: MapOfCustomers;
  readonly summary: string;
  readonly scheme: 'light' | 'dark';
  readonly tool: DragTool;
  readonly options: MapOptions;
  readonly selection: Selection;
  readonly onFailure: (error: unknown) => void;
}

/** Within so many pixels a dot is meant. */
const reach = 12;
const labelReach = 10;
const show = (value: number): string => format.number(value);

const selectedLabels = (segments: readonly ChartSegment[], ids: readonly number[]): number[] | null =>
  ids.length === 0 ? null : segments.filter(({ id }) => ids.includes(id)).map(({ label }) => label);

/** A dot for every customer: zoomed by wheel, moved by dragging, selected by click, box or freehand, walked by keys. */
export const MapStage = forwardRef<StageHandle, MapStageProps>((props, ref) => {
  const { summary, scheme, tool, options, selection } = props;
  const { picture, parts, values, segmentation } = props.map;
  const { places, centres } = parts;
  const { ref: stage, width, height } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const help = useId();
  const [hovered, setHovered] = useState<{ readonly row: number; readonly at: Pixel } | null>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [said, setSaid] = useState('');
  const [zoomed, setZoomed] = useState<{ readonly of: unknown; readonly view: View } | null>(null);
  const home = useMemo(() => homeView(places.x, places.y), [places]);
  const view = zoomed?.of === places ? zoomed.view : home;
  const theme = chartTheme(scheme);
  const frame = useMemo(
    () => frameOf(picture, view, { width: width || 760, height: height || 480 }, show, textWidth),
    [picture, view, width, height],
  );
  const live = useRef({ view, frame });
  live.current = { view, frame };
  const change = (next: (now: View) => View) => {
    const kept = keepInside(next(live.current.view), home);
    live.current = { ...live.current, view: kept };
    setZoomed(sameView(kept, home) ? null : { of: places, view: kept });
    setHovered(null);
  };
  useImperativeHandle(ref, () => ({
    zoom: (factor) => change((now) => zoomAt(now, factor)),
    reset: () => setZoomed(null),
    view: () => live.current.view,
  }));

  const grid = () => gridOf(places);
  const labelOf = useMemo(() => new Map(picture.segments.map((one) => [one.label, one])), [picture.segments]);
  const segmentOf = (row: number): ChartSegment | undefined => labelOf.get(picture.labels[row]!);
  const colors = useMemo(() => colorsByLabel(picture.segments), [picture.segments]);
  const litLabels = useMemo(
    () => selectedLabels(picture.segments, selection.segmentIds),
    [picture.segments, selection.segmentIds],
  );
  const { names, arrows } = useMemo(
    () => wordsOver(parts, view, frame, options, theme, textWidth),
    [parts, view, frame, options, theme],
  );
  const isDim = (id: number) => selection.segmentIds.length > 0 && !selection.segmentIds.includes(id);

  /** Pixels of the picture in the places' own 0 … 1. */
  const placeAt = ({ x, y }: Pixel) => {
    const window = windowOf(places, live.current.view);
    const across = (window.x1 - window.x0) / frame.width;
    const up = (window.y1 - window.y0) / frame.height;
    return { x: window.x0 + x * across, y: window.y1 - y * up, across, up };
  };
  const rowAt = (at: Pixel): number | null => {
    const { x, y, across, up } = placeAt(at);
    return grid().nearest(x, y, reach * across, reach * up, (row) => labelOf.has(picture.labels[row]!));
  };
  const nameAt = ({ x, y }: Pixel): number | null =>
    names.find(
      (name) =>
        Math.hypot(name.x - x, name.y - y) < labelReach ||
        (name.box !== null &&
          Math.abs(name.box.x - x) < name.box.width / 2 &&
          Math.abs(name.box.y - y) < name.box.height / 2),
    )?.id ?? null;
  const corners = (from: Pixel, to: Pixel) => {
    const [a, b] = [placeAt(from), placeAt(to)];
    return { x0: Math.min(a.x, b.x), x1: Math.max(a.x, b.x), y0: Math.min(a.y, b.y), y1: Math.max(a.y, b.y) };
  };
  const choose = (rows: Uint32Array<ArrayBuffer>, { shift, mod }: Held) =>
    shift || mod ? addRows(rows, picture.labels, picture.segments) : selectRows(rows);

  const gestures = useGestures(tool, {
    onMove: (dx, dy) => change((now) => moveBy(now, -dx / frame.width, dy / frame.height)),
    onZoom: (factor, { x, y }) => change((now) => zoomAt(now, factor, x / frame.width, 1 - y / frame.height)),
    onZoomBox: (from, to) => {
      if (Math.abs(from.x - to.x) < 6 || Math.abs(from.y - to.y) < 6) return;
      change((now) => {
        const x = (pixel: number) => now.x0 + (pixel / frame.width) * (now.x1 - now.x0);
        const y = (pixel: number) => now.y1 - (pixel / frame.height) * (now.y1 - now.y0);
        return {
          x0: x(Math.min(from.x, to.x)),
          x1: x(Math.max(from.x, to.x)),
          y0: y(Math.max(from.y, to.y)),
          y1: y(Math.min(from.y, to.y)),
        };
      });
    },
    onBox: (from, to, held) => choose(grid().inBox(corners(from, to)), held),
    onLoop: (loop, held) => {
      const places01 = loop.map((pixel) => placeAt(pixel));
      choose(grid().inLoop(places01.map(({ x, y }) => [x, y] as const)), held);
    },
    onClick: (at, { shift, mod }) => {
      const name = nameAt(at);
      if (name !== null) {
        toggleSegment(name, shift || mod);
        return;
      }
      const row = rowAt(at);
      if (row === null) return;
      const segment = segmentOf(row);
      if (mod) {
        if (shift || selection.rows !== null) addRows(Uint32Array.of(row), picture.labels, picture.segments);
        else selectRows([row]);
      } else if (segment !== undefined) toggleSegment(segment.id, shift);
    },
    onHover: (at) => {
      const row = at === null || nameAt(at) !== null ? null : rowAt(at);
      setHovered((was) => (row === null || at === null ? null : was?.row === row ? was : { row, at: pixelOf(row) }));
    },
    onReset: () => setZoomed(null),
  });

  const pixelOf = (row: number): Pixel =>
    toPixel(frame, live.current.view, picture.x.values[row]!, picture.y.values[row]!);

  const walk = (event: KeyboardEvent): void => {
    const direction = directions[event.key as keyof typeof directions];
    if (event.key === '+' || event.key === '=') change((now) => zoomAt(now, 0.7));
    else if (event.key === '-') change((now) => zoomAt(now, 1 / 0.7));
    else if (event.key === '0') setZoomed(null);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (cursor === null) return;
      if (cursor.kind === 'segment') toggleSegment(cursor.id, event.shiftKey);
      else if (event.shiftKey) addRows(Uint32Array.of(cursor.row), picture.labels, picture.segments);
      else selectRows([cursor.row]);
    } else if (direction !== undefined && event.shiftKey)
      change((now) => moveBy(now, direction[0] / 8, direction[1] / 8));
    else if (direction !== undefined && (event.ctrlKey || event.metaKey)) {
      const from = cursor?.kind === 'customer' ? cursor.row : null;
      const centre =
        centres.find(({ segment }) => cursor?.kind === 'segment' && segment.id === cursor.id) ?? centres[0];
      const middle = centre === undefined ? null : toPixel(frame, view, centre.x, centre.y);
      const start = middle === null ? null : placeAt(middle);
      const row =
        from !== null
          ? nextRow(grid(), places, from, windowOf(places, view), direction)
          : start === null
            ? null
            : grid().nearest(start.x, start.y, 80 * start.across, 80 * start.up);
      if (row === null) return;
      setCursor({ kind: 'customer', row });
      setSaid(t('map.cursor.customer', { name: segmentOf(row)?.name ?? t('trust.none') }));
      if (pixelOf(row).x < 0 || pixelOf(row).x > frame.width || pixelOf(row).y < 0 || pixelOf(row).y > frame.height)
        change((now) => moveBy(now, direction[0] / 3, direction[1] / 3));
    } else if (direction !== undefined) {
      const targets = centres.map(({ segment, x, y }) => ({ segment, ...toPixel(frame, view, x, y) }));
      const own = targets.find(({ segment }) => cursor?.kind === 'segment' && segment.id === cursor.id);
      const up = [direction[0], -direction[1]] as const;
      const next = own === undefined ? targets[0] : nextTarget(targets, own, up);
      if (next == null) return;
      setCursor({ kind: 'segment', id: next.segment.id });
      setSaid(t('map.cursor.segment', { name: next.segment.name, customers: next.segment.size }));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const at = cursor?.kind === 'customer' ? { row: cursor.row, at: pixelOf(cursor.row) } : null;
  const card = hovered ?? at;
  const cardSegment = card === null ? undefined : segmentOf(card.row);
  const ring =
    cursor?.kind === 'segment'
      ? centres.filter(({ segment }) => segment.id === cursor.id).map(({ x, y }) => toPixel(frame, view, x, y))[0]
      : at?.at;
  const inner = { left: frame.left, top: frame.top, width: frame.width, height: frame.height };
  const shape = gestures.shape;
  return (
    <div ref={stage} className={classes.stage}>
      <svg className={map.layer} aria-hidden="true">
        <Marks marks={axisMarks(picture, view, frame, theme, show, textWidth)} />
      </svg>
      <div ref={box} className={map.plot} style={inner}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture that is walked by keys is no form */}
        <div
          ref={gestures.element}
          role="group"
          aria-label={summary}
          aria-describedby={help}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked by keys
          tabIndex={0}
          className={map.touch}
          data-tool={gestures.isDragging && tool === 'pan' ? 'moving' : tool}
          data-view={JSON.stringify(view)}
          onKeyDown={walk}
          onBlur={() => setCursor(null)}
          {...gestures.listeners}
        >
          <PointCanvas
            x={picture.x.values}
            y={picture.y.values}
            labels={picture.labels}
            colors={colors}
            litLabels={litLabels}
            litRows={selection.rows}
            view={view}
            onFailure={props.onFailure}
          />
          <svg className={map.layer} aria-hidden="true">
            {options.outlines && <Marks marks={outlineMarks(parts, view, frame, isDim)} />}
            <Marks marks={arrows} />
            <Marks marks={nameMarks(names, theme, isDim)} />
            {card !== null && <circle cx={card.at.x} cy={card.at.y} r={7} className={map.ring} />}
            {ring !== undefined && <circle cx={ring.x} cy={ring.y} r={11} className={map.focus} />}
            {shape !== null && (
              <path d={`M${shape.map(({ x, y }) => `${x} ${y}`).join('L')}Z`} className={map.choosing} />
            )}
          </svg>
        </div>
        {card !== null && cardSegment !== undefined && !gestures.isDragging && (
          <FloatingCard box={box} at={card.at}>
            <HoverCard
              row={card.row}
              segment={cardSegment}
              segmentation={segmentation}
              values={values}
              axes={props.map.axes}
            />
          </FloatingCard>
        )}
      </div>
      <p id={help} className={map.help}>
        {t('map.keys')}
      </p>
      <output className={map.help}>{said}</output>
    </div>
  );
});

/** Whether dots would lie on each other when everybody is shown in so many pixels. */
export const isShaded = ({ parts }: MapOfCustomers, width: number, height: number): boolean => {
  const home = homeView(parts.places.x, parts.places.y);
  return lookOf(parts.places, windowOf(parts.places, home), width, height).kind === 'density';
};
