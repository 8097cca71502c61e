import { noSegmentColor } from '../../../shared/picture/in-no-segment.ts';
import type { Ground } from '../../charts/picture-file.ts';
import { type Mark, Marks } from '../../charts/points/marks.tsx';
import { pointImage } from '../../charts/points/point-layer.ts';
import { lookOf } from '../../charts/points/point-look.ts';
import { windowOf } from '../../charts/points/point-places.ts';
import { labelBytes, paletteOf } from '../../charts/points/point-renderer.ts';
import type { View } from '../../charts/points/view.ts';
import type { SvgFigure } from '../../charts/svg-file.ts';
import { textWidth } from '../../charts/text-width.ts';
import { chartTheme } from '../../charts/theme.ts';
import { format } from '../../client/words.ts';
import { axisMarks, frameOf, toPixel } from './map-frame.ts';
import { nameMarks } from './map-names.ts';
import type { MapOptions } from './map-options.ts';
import { colorsByLabel } from './map-picture.ts';
import { outlineMarks, wordsOver } from './map-scene.ts';
import type { MapOfCustomers } from './use-map-parts.ts';

/** More dots than this stand in a file as one image; so many stay shapes that every program can take up. */
const mostShapes = 6000;

/** The map once more, on paper: everybody in view, in their colours. */
export const mapFigure = (
  { picture, parts }: MapOfCustomers,
  view: View,
  options: MapOptions,
  file: { readonly width: number; readonly height: number; readonly ground: Ground; readonly finding: string },
): SvgFigure => {
  const theme = chartTheme(file.ground);
  const show = (value: number) => format.number(value);
  const frame = frameOf(picture, view, file, show, textWidth);
  const { places } = parts;
  const window = windowOf(places, view);
  const look = lookOf(places, window, frame.width, frame.height);
  const colors = colorsByLabel(picture.segments);
  const nobodyDim = () => false;
  const { arrows, names } = wordsOver(parts, view, frame, options, theme, textWidth);

  const dots = () => {
    const shapes: Mark[] = [];
    const { x, y, labels } = picture;
    for (let row = 0; row < labels.length; row += 1) {
      const at = toPixel(frame, view, x.values[row]!, y.values[row]!);
      if (!(at.x >= 0 && at.x <= frame.width && at.y >= 0 && at.y <= frame.height)) continue;
      const fill = colors[labels[row]!] ?? noSegmentColor;
      shapes.push({ kind: 'circle', ...at, r: look.size / 2, fill, stroke: 'none', width: 0, opacity: look.opacity });
      if (shapes.length > mostShapes) return image();
    }
    return <Marks marks={shapes} />;
  };
  const image = () => {
    const tile = { left: 0, top: 0, width: frame.width, height: frame.height, window, look, dim: 1, dimColor: null };
    const address = pointImage(
      { xy: places.xy, labels: labelBytes(picture.labels, colors.length), lit: null },
      {
        width: frame.width,
        height: frame.height,
        ratio: 2,
        tiles: [{ ...tile, palette: paletteOf(colors, noSegmentColor, null) }],
      },
    );
    return <image x={0} y={0} width={frame.width} height={frame.height} href={address} />;
  };
  const over = [
    ...(options.outlines ? outlineMarks(parts, view, frame, nobodyDim) : []),
    ...arrows,
    ...nameMarks(names, theme, nobodyDim),
  ];
  return {
    width: file.width,
    height: file.height,
    element: (
      <svg width={file.width} height={file.height}>
        <title>{file.finding}</title>
        <Marks marks={axisMarks(picture, view, frame, theme, show, textWidth)} />
        <svg x={frame.left} y={frame.top} width={frame.width} height={frame.height} aria-hidden="true">
          {dots()}
          <Marks marks={over} />
        </svg>
      </svg>
    ),
  };
};
