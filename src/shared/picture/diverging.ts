/** Colours as [red, green, blue], 0 to 255. */
type Rgb = readonly [number, number, number];

const blue: Rgb = [0x3b, 0x6f, 0xb6];
const white: Rgb = [0xf6, 0xf4, 0xf0];
const orange: Rgb = [0xe0, 0x8a, 0x1e];
const darkInk = '#1D2127';
const lightInk = '#FFFFFF';

/** Differences of this many standard deviations and more take the full colour. */
export const fullEffect = 2;

const hex = (color: Rgb): string => `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const parse = (color: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;
const between = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, i) => part + (to[i]! - part) * share) as unknown as Rgb;

/** Blue below the average customer, orange above, white at it; the same on paper and on a dark screen. */
export const divergingColor = (effect: number): string => {
  const share = Math.min(1, Math.abs(effect) / fullEffect);
  return hex(between(white, effect < 0 ? blue : orange, share));
};

/** The same scale for a picture: position 0 to 1 over −fullEffect to +fullEffect. */
export const divergingScale: [number, string][] = [
  [0, hex(blue)],
  [0.5, hex(white)],
  [1, hex(orange)],
];

const luminance = (color: string): number => {
  const [r, g, b] = parse(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours after WCAG 2: 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Dark or white text, whichever reads better on this ground. */
export const inkOn = (ground: string): string =>
  contrast(ground, darkInk) >= contrast(ground, lightInk) ? darkInk : lightInk;
