import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import { homeTurn, turnBy } from '../../../../shared/picture/space.ts';
import { FigureFrame } from '../../../charts/FigureFrame.tsx';
import { chartTheme } from '../../../charts/theme.ts';
import { usePixelRatio } from '../../../charts/use-pixel-ratio.ts';
import { useScheme } from '../../../charts/use-scheme.ts';
import { word } from '../../../charts/words.ts';
import { selectRows, toggleSegment, useSelection } from '../../../client/selection.ts';
import { t } from '../../../client/words.ts';
import { MapArrange } from '../MapArrange.tsx';
import { MapLegend } from '../MapLegend.tsx';
import classes from '../map.module.css';
import { mapTable } from '../map-table.ts';
import { addRows } from '../select-on-map.ts';
import { type Arrangement, axisFacts, type MapData } from '../use-map-data.ts';
import { dotAt, paintSpace, type SpacePaint } from './paint-space.ts';
import { type InSpace, spaceOf } from './space-dots.ts';

/** Radians a pixel, and a press of an arrow key. */
const [byPixel, byKey] = [0.008, 0.12];
const zooms = { least: 0.6, most: 3, step: 1.2 } as const;
/** A press that moves no more than this is a click. */
const clickPixels = 4;

interface SpacePictureProps {
  readonly segmentation: Segmentation;
  readonly data: MapData;
  readonly finding: string;
  readonly arrangement: InSpace;
  readonly onArrange: (arrangement: Arrangement) => void;
}

const useIsSelected = (data: MapData): ((row: number) => boolean) | null => {
  const rows = useSelection((all) => all.rows);
  const segmentIds = useSelection((all) => all.segmentIds);
  const { labels, segments } = data.picture;
  return useMemo(() => {
    if (rows !== null) {
      const picked = new Set(rows);
      return (row) => picked.has(row);
    }
    if (segmentIds.length === 0) return null;
    const wanted = new Set(segments.filter(({ id }) => segmentIds.includes(id)).map(({ label }) => label));
    return (row) => wanted.has(labels[row]!);
  }, [rows, segmentIds, labels, segments]);
};

/** Some customers as dots in a cube of three facts, to be turned. */
export const SpacePicture = ({ segmentation, data, finding, arrangement, onArrange }: SpacePictureProps) => {
  const { ref, width, height } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ x: number; y: number; moved: number } | null>(null);
  const theme = chartTheme(useScheme());
  const ratio = usePixelRatio();
  const [turn, setTurn] = useState(homeTurn);
  const [zoom, setZoom] = useState(1);
  const isSelected = useIsSelected(data);
  const { labels, segments } = data.picture;
  const space = useMemo(() => spaceOf(segmentation, data, arrangement), [segmentation, data, arrangement]);
  const colors = useMemo(() => new Map(segments.map(({ label, color }) => [label, color])), [segments]);
  const paint: SpacePaint | null =
    space === null || width === 0 || height === 0
      ? null
      : {
          ...{ dots: space.dots, axes: space.axes, turn, zoom, width, height, isSelected, theme },
          colorOf: (row) => colors.get(labels[row]!) ?? theme.line,
        };
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null || paint === null) return;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    const pen = element.getContext('2d')!;
    pen.setTransform(element.width / width, 0, 0, element.height / height, 0, 0);
    paintSpace(pen, paint);
    element.dataset.turn = `${turn.yaw.toFixed(2)} ${turn.pitch.toFixed(2)}`;
  });

  const closer = (factor: number) => setZoom((now) => Math.max(zooms.least, Math.min(zooms.most, now * factor)));
  const onKeyDown = (event: KeyboardEvent) => {
    const turns: Record<string, readonly [number, number]> = {
      ArrowLeft: [-byKey, 0],
      ArrowRight: [byKey, 0],
      ArrowUp: [0, byKey],
      ArrowDown: [0, -byKey],
    };
    const by = turns[event.key];
    if (by !== undefined) setTurn((now) => turnBy(now, ...by));
    else if (event.key === '+' || event.key === '=') closer(zooms.step);
    else if (event.key === '-') closer(1 / zooms.step);
    else if (event.key === '0') {
      setTurn(homeTurn);
      setZoom(1);
    } else return;
    event.preventDefault();
  };
  const choose = (event: PointerEvent<HTMLElement>) => {
    if (paint === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const row = dotAt(paint, event.clientX - box.left, event.clientY - box.top);
    if (row === null) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.shiftKey) addRows(Uint32Array.of(row), labels, segments);
      else selectRows([row]);
      return;
    }
    const segment = segments.find(({ label }) => label === labels[row]!);
    if (segment !== undefined) toggleSegment(segment.id, event.shiftKey);
  };
  const [x = '', y = '', z = ''] = space?.axes.map(({ title }) => title) ?? [];
  return (
    <FigureFrame
      grow
      table={mapTable(segmentation, data, finding)}
      fileName={finding}
      aside={
        <div className={classes.bar}>
          <MapArrange facts={axisFacts(segmentation)} arrangement={arrangement} onArrange={onArrange} />
        </div>
      }
    >
      <div className={classes.legend} data-no-picture="">
        <MapLegend segmentation={segmentation} />
      </div>
      <div ref={ref} className={classes.space}>
        {/* biome-ignore lint/a11y/useSemanticElements: it is turned by arrow keys, which no element of HTML is */}
        <div
          role="group"
          aria-roledescription={t('map.space.turn')}
          aria-label={t('map.space.summary', { x, y, z, finding })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard turns it
          tabIndex={0}
          className={classes.room}
          data-picture="space"
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { x: event.clientX, y: event.clientY, moved: 0 };
          }}
          onPointerMove={(event) => {
            const from = drag.current;
            if (from === null) return;
            const [across, up] = [event.clientX - from.x, event.clientY - from.y];
            drag.current = { x: event.clientX, y: event.clientY, moved: from.moved + Math.hypot(across, up) };
            if (drag.current.moved > clickPixels) setTurn((now) => turnBy(now, across * byPixel, up * byPixel));
          }}
          onPointerUp={(event) => {
            if (drag.current !== null && drag.current.moved <= clickPixels) choose(event);
            drag.current = null;
          }}
          onPointerCancel={() => {
            drag.current = null;
          }}
        >
          <canvas ref={canvas} className={classes.roomCanvas} aria-hidden />
        </div>
      </div>
      <p className={classes.note} data-no-picture="">
        {t('map.space.hint')}{' '}
        {space !== null && space.missing > 0 && word('map.subtitle.missing', { customers: space.missing })}
      </p>
    </FigureFrame>
  );
};
