import { placeOf } from '../client/drawn-scale.ts';
import { drawSvg } from './draw-svg.ts';
import { fitText } from './text-width.ts';

/** A picture by itself, as SVG without an outer element, and the room that it takes. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const round = (value: number): number => Math.round(value * 100) / 100;
const isClear = (color: string): boolean => color === 'transparent' || /^rgba\(.*, 0\)$/.test(color);

interface Place {
  /** Of the page, where the drawing begins. */
  readonly left: number;
  readonly top: number;
  /** Of the page, beyond which nothing is seen. */
  readonly right: number;
}

/** A linear gradient from left to right, as scales beside pictures have it. */
const gradientOf = (image: string, id: string): string | null => {
  const stops = /^linear-gradient\((?:to right|90deg), (.*)\)$/
    .exec(image)?.[1]
    ?.match(/(?:rgba?|color)\([^)]*\)[^,]*/g);
  if (!stops) return null;
  const parts = stops.map((stop, i) => {
    const at = /([\d.]+)%$/.exec(stop)?.[1] ?? String((100 * i) / Math.max(1, stops.length - 1));
    return `<stop offset="${at}%" stop-color="${stop.replace(/ [\d.]+%$/, '')}"/>`;
  });
  return `<defs><linearGradient id="${id}">${parts.join('')}</linearGradient></defs>`;
};

let gradients = 0;

/** The ground and the edges of a box. */
const drawBox = (box: DOMRect, style: CSSStyleDeclaration, { left, top }: Place): string => {
  const [x, y] = [round(box.left - left), round(box.top - top)];
  const [width, height] = [round(box.width), round(box.height)];
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  const parts: string[] = [];
  const rect = (fill: string) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
  if (!isClear(style.backgroundColor)) parts.push(rect(style.backgroundColor));
  gradients += 1;
  const gradient = gradientOf(style.backgroundImage, `drawn-${gradients}`);
  if (gradient !== null) parts.push(gradient, rect(`url(#drawn-${gradients})`));
  const edges = [
    [style.borderTopWidth, style.borderTopColor, style.borderTopStyle, x, y, x + width, y],
    [style.borderBottomWidth, style.borderBottomColor, style.borderBottomStyle, x, y + height, x + width, y + height],
    [style.borderLeftWidth, style.borderLeftColor, style.borderLeftStyle, x, y, x, y + height],
    [style.borderRightWidth, style.borderRightColor, style.borderRightStyle, x + width, y, x + width, y + height],
  ] as const;
  for (const [thick, color, kind, x1, y1, x2, y2] of edges) {
    const wide = Number.parseFloat(thick);
    if (wide > 0 && kind !== 'none' && !isClear(color))
      parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${color}" stroke-width="${wide}"/>`);
  }
  return parts.join('');
};

/** Text where it stands, line by line; each as wide as it is drawn here, whatever font the reader has. */
const drawText = (node: Text, style: CSSStyleDeclaration, place: Place): string => {
  const lines: { text: string; left: number; right: number; top: number; bottom: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = placeOf(range);
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - box.top) < 2) {
      last.text += ` ${word}`;
      last.left = Math.min(last.left, box.left);
      last.right = Math.max(last.right, box.right);
    } else lines.push({ text: word, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  const size = Number.parseFloat(style.fontSize);
  const weight = Number.parseInt(style.fontWeight, 10);
  return lines
    .filter(({ left }) => left < place.right)
    .map((line) => {
      const isCut = line.right > place.right + 1;
      const words = style.textTransform === 'uppercase' ? line.text.toUpperCase() : line.text;
      const text = isCut ? fitText(words, place.right - line.left, size, weight) : words;
      const base = line.top - place.top + (line.bottom - line.top) / 2 + size * 0.36;
      const length = isCut ? '' : ` textLength="${round(line.right - line.left)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text x="${round(line.left - place.left)}" y="${round(base)}" font-size="${size}" font-weight="${weight}" fill="${style.color}"${length}>${escapeXml(text)}</text>`;
    })
    .join('');
};

const drawNode = (node: Node, place: Place): string => {
  if (node instanceof Text)
    return node.data.trim() === '' ? '' : drawText(node, getComputedStyle(node.parentElement!), place);
  if (!(node instanceof Element) || node.hasAttribute('data-no-picture')) return '';
  const style = getComputedStyle(node);
  const box = placeOf(node);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return '';
  // What only a screen reader hears is one pixel large and clipped.
  if (style.overflow === 'hidden' && box.width <= 1 && box.height <= 1) return '';
  const at = `x="${round(box.left - place.left)}" y="${round(box.top - place.top)}" width="${round(box.width)}" height="${round(box.height)}"`;
  let inside: string;
  if (node instanceof SVGSVGElement) inside = drawSvg(node, at);
  else if (node instanceof HTMLCanvasElement)
    inside = node.width === 0 ? '' : `<image ${at} preserveAspectRatio="none" href="${node.toDataURL()}"/>`;
  else {
    const isClipping = style.overflowX !== 'visible';
    const within = isClipping ? { ...place, right: Math.min(place.right, box.right) } : place;
    inside = drawBox(box, style, place) + [...node.childNodes].map((child) => drawNode(child, within)).join('');
  }
  return style.opacity === '1' || inside === '' ? inside : `<g opacity="${style.opacity}">${inside}</g>`;
};

/** Runs something while the page has the colours of a ground; nothing is painted in between. */
const onGround = <Result>(ground: 'light' | 'dark', work: () => Result): Result => {
  const root = document.documentElement;
  const name = 'data-mantine-color-scheme';
  const before = root.getAttribute(name);
  root.setAttribute('data-drawing', '');
  root.setAttribute(name, ground);
  try {
    return work();
  } finally {
    if (before !== null) root.setAttribute(name, before);
    root.removeAttribute('data-drawing');
  }
};

/**
 * Draws elements of the page once more as SVG: boxes, texts, canvases and SVG inside them, as they stand there now, in the
 * colours of the ground asked for where these are the theme’s own. What is marked `data-no-picture` is left out.
 */
export const drawElements = (elements: readonly Element[], ground: 'light' | 'dark'): Drawing => {
  const boxes = elements.map((element) => placeOf(element));
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const place = { left, top, right };
  const svg = onGround(ground, () => elements.map((element) => drawNode(element, place)).join(''));
  return { svg, width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
};
