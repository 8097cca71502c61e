import type { Drawing, Shape } from '../../../../shared/report/blocks.ts';
import { inkOf } from '../pdf/sheet.ts';
import { widthOf } from './deck.ts';
import { type Box, emu, type Slide, solid } from './slide.ts';

const point = (x: number, y: number): string => `<a:pt x="${Math.round(x * 10)}" y="${Math.round(y * 10)}"/>`;

/** M, L, H, V and Z as DrawingML path commands, in tenths of the field. */
const pathXml = (d: string): string => {
  let [x, y] = [0, 0];
  let xml = '';
  for (const [, letter, rest] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const numbers = (rest!.match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === 'Z') {
      xml += '<a:close/>';
      continue;
    }
    if (letter === 'M' || letter === 'L') [x, y] = numbers as [number, number];
    else if (letter === 'H') x = numbers[0]!;
    else y = numbers[0]!;
    xml += letter === 'M' ? `<a:moveTo>${point(x, y)}</a:moveTo>` : `<a:lnTo>${point(x, y)}</a:lnTo>`;
  }
  return xml;
};

/** Dots of one segment as one shape: a slide holds a few shapes, not thousands. */
const dotsXml = (at: readonly number[], radius: number): string => {
  const r = Math.round(radius * 10);
  let xml = '';
  for (let i = 0; i < at.length; i += 2)
    xml += `<a:moveTo>${point(at[i]! - radius, at[i + 1]!)}</a:moveTo><a:arcTo wR="${r}" hR="${r}" stAng="10800000" swAng="21600000"/><a:close/>`;
  return xml;
};

/** More dots than this a presentation shows no better. */
const mostDots = 1600;

const isDots = (shape: Shape): shape is Extract<Shape, { kind: 'dots' }> => shape.kind === 'dots';

/** The dots of a drawing, thinned alike in every segment. */
const thinned = (drawing: Drawing): Drawing => {
  const all = drawing.shapes.filter(isDots).reduce((sum, { at }) => sum + at.length / 2, 0);
  const every = Math.ceil(all / mostDots);
  if (every <= 1) return drawing;
  const shapes = drawing.shapes.map((shape) =>
    isDots(shape)
      ? { ...shape, radius: shape.radius * 1.3, at: shape.at.filter((_, i) => Math.floor(i / 2) % every === 0) }
      : shape,
  );
  return { ...drawing, shapes: shapes.filter((shape) => !isDots(shape) || shape.at.length > 0) };
};

/** A picture as native shapes within a box; letters are text. */
export const putDrawing = (slide: Slide, given: Drawing, box: Box): void => {
  const drawing = thinned(given);
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height);
  const field = { width: drawing.width, height: drawing.height };
  const whole = { x: box.x, y: box.y, width: drawing.width * scale, height: drawing.height * scale };
  const alt = `${drawing.title}. ${drawing.summary}`;
  if (drawing.isFramed === true) slide.rect(whole, 'none', { radius: 6, stroke: '#E1DDD5' });
  for (const shape of drawing.shapes) {
    if (shape.kind === 'path') {
      const look = `<a:noFill/><a:ln w="${emu(shape.width * scale)}">${solid(inkOf(shape.stroke), shape.opacity)}${shape.isDashed === true ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;
      slide.freeform(whole, field, pathXml(shape.d), look, alt);
    } else if (shape.kind === 'dots') {
      const look = `${solid(inkOf(shape.fill), shape.opacity)}<a:ln><a:noFill/></a:ln>`;
      slide.freeform(whole, field, dotsXml(shape.at, shape.radius), look, alt);
    } else if (shape.kind === 'rect') {
      const at = { x: box.x + shape.x * scale, y: box.y + shape.y * scale };
      slide.rect({ ...at, width: shape.width * scale, height: shape.height * scale }, inkOf(shape.fill), {
        radius: (shape.radius ?? 0) * scale,
        opacity: shape.opacity ?? 1,
      });
    } else {
      const size = Math.max(7, shape.size * scale);
      const width = shape.text.length * size * 0.62 + 12;
      const x = box.x + shape.x * scale;
      const left = shape.anchor === 'start' ? x : shape.anchor === 'end' ? x - width : x - width / 2;
      const align = shape.anchor === 'start' ? 'l' : shape.anchor === 'end' ? 'r' : 'ctr';
      const run = { text: shape.text, size, isBold: shape.isBold === true, color: inkOf(shape.fill) };
      const line = { x: left, y: box.y + shape.y * scale - size * 0.98, width, height: size * 1.3 };
      // Names on a picture stand on a ground of their own, so that dots do not run through them.
      if (drawing.isFramed === true) {
        const wide = widthOf(shape.text, size) * (shape.isBold === true ? 1.06 : 1) + 4;
        const from = align === 'l' ? x - 2 : align === 'r' ? x - wide + 2 : x - wide / 2;
        const ground = { x: from, y: line.y - size * 0.05, width: wide, height: size * 1.3 };
        slide.rect(ground, '#FFFFFF', { radius: 2, opacity: 0.78 });
      }
      slide.text(line, [{ runs: [run], align }], 'Label');
    }
  }
};
