import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { noSegmentColor } from '../../../shared/picture/in-no-segment.ts';
import { drawnScale } from '../../client/drawn-scale.ts';
import { createPointLayer, type DrawnWith, type PointLayer } from './point-layer.ts';
import { lookOf } from './point-look.ts';
import { placesOf, windowOf } from './point-places.ts';
import { labelBytes, litBytes, paletteOf, rgbOf } from './point-renderer.ts';
import classes from './points.module.css';
import { homeView, type View } from './view.ts';

/** One of several small pictures on one canvas, in CSS pixels. */
interface PointTileBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The labels that have their colour here; the others are grey. */
  readonly litLabels: readonly number[];
}

export interface PointCanvasProps {
  /** One value a row; NaN where a row has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Each row's place in `colors`; anything else is drawn in nobody's grey. */
  readonly labels: Int32Array | Uint8Array;
  /** `#RRGGBB` by label, at most 255. */
  readonly colors: readonly string[];
  /** Labels that stay when the rest is dimmed, −1 for nobody's; null dims no label. */
  readonly litLabels?: readonly number[] | null;
  /** Rows that stay when the rest is dimmed; null dims no row. */
  readonly litRows?: Uint32Array | null;
  /** What is looked at, in the units of x and y; null shows everybody. */
  readonly view?: View | null;
  /** Several small pictures of the same points instead of one. */
  readonly tiles?: readonly PointTileBox[] | null;
  /** The picture in a sentence for those who do not see it; absent where another element tells it. */
  readonly summary?: string;
  readonly onDrawn?: (drawnWith: DrawnWith) => void;
  readonly onFailure?: (error: unknown) => void;
}

const dimmed = 0.13;
const grey = rgbOf(noSegmentColor);
const greyed = 0.5;

/**
 * A dot for every row, to a million: fills its (positioned) parent and follows its size. Places are sent to the graphics
 * card once for two columns; other labels, another selection or another view cost one byte a row or nothing, and are on
 * the screen with the next frame. Give `labels` as a new array when they change.
 *
 * ```tsx
 * <div style={{ position: 'relative', height: 200 }}>
 *   <PointCanvas x={x} y={y} labels={labels} colors={['#3B6FB6', '#E08A1E']} summary="5,000 customers in 2 segments" />
 * </div>
 * ```
 */
export const PointCanvas = (props: PointCanvasProps) => {
  const { x, y, labels, colors, litLabels = null, litRows = null, view = null, tiles = null, summary } = props;
  const host = useRef<HTMLDivElement>(null);
  const layer = useRef<PointLayer | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const { ref: measured, width, height } = useElementSize();
  const ref = useMergedRef(measured, host);
  const places = useMemo(() => placesOf(x, y), [x, y]);
  const bytes = useMemo(() => labelBytes(labels, colors.length), [labels, colors.length]);
  const lit = useMemo(() => litBytes(litRows, x.length), [litRows, x.length]);
  const palette = useMemo(() => paletteOf(colors, noSegmentColor, litLabels), [colors, litLabels]);
  const palettes = useMemo(
    () => tiles?.map((tile) => paletteOf(colors, noSegmentColor, tile.litLabels)) ?? [],
    [tiles, colors],
  );

  useLayoutEffect(() => {
    layer.current = createPointLayer(host.current!, {
      onDrawn: (drawnWith) => {
        host.current?.setAttribute('data-drawn', drawnWith);
        latest.current.onDrawn?.(drawnWith);
      },
      onFailure: (error) => latest.current.onFailure?.(error),
    });
    return () => {
      layer.current?.dispose();
      layer.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    if (width < 1 || height < 1) return;
    const window = windowOf(places, view ?? homeView(places.x, places.y));
    const whole = { left: 0, top: 0, width, height, window, palette, dim: dimmed, dimColor: null };
    const drawn =
      tiles === null
        ? [{ ...whole, look: lookOf(places, window, width, height) }]
        : tiles.map((tile, i) => ({
            ...whole,
            ...tile,
            palette: palettes[i]!,
            dim: greyed,
            dimColor: grey,
            look: lookOf(places, window, tile.width, tile.height),
          }));
    const show = () =>
      layer.current?.show(
        { xy: places.xy, labels: bytes, lit },
        { width, height, ratio: (globalThis.devicePixelRatio || 1) * drawnScale(), tiles: drawn },
      );
    show();
    // Another screen, or another zoom of the page, may have finer pixels.
    const finer = globalThis.matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
    finer.addEventListener('change', show);
    return () => finer.removeEventListener('change', show);
  }, [places, bytes, lit, palette, palettes, tiles, view, width, height]);

  return (
    <div
      ref={ref}
      className={classes.points}
      {...(summary === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': summary })}
    />
  );
};
