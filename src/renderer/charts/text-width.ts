let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** How wide a text is drawn, in pixels; by the number of letters where nothing can be measured. */
export const textWidth = (text: string, size: number, weight = 400): number => {
  if (pen === undefined)
    pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (pen === null) return text.length * size * 0.54;
  pen.font = `${weight} ${size}px "Inter Variable", Inter, system-ui, sans-serif`;
  return pen.measureText(text).width;
};

/** As much of a text as fits, ending in “…” where some does not; empty where not even a few letters do. */
export const fitText = (text: string, room: number, size: number, weight = 400): string => {
  if (textWidth(text, size, weight) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${text.slice(0, middle).trimEnd()}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low < Math.min(3, text.length) ? '' : `${text.slice(0, low).trimEnd()}…`;
};

/**
 * A text broken at the space that leaves its longer line shortest; whole where it has no space. Names that go into a
 * column ask by this how much room two lines need.
 */
export const halves = (text: string, size: number, weight = 400): readonly string[] => {
  const words = text.split(/\s+/);
  let [best, width] = [[text] as readonly string[], textWidth(text, size, weight)];
  for (let i = 1; i < words.length; i += 1) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const longer = widthOf(lines, size, weight);
    if (longer < width) [best, width] = [lines, longer];
  }
  return best;
};

/** How wide the longest of some lines is drawn. */
export const widthOf = (lines: readonly string[], size: number, weight = 400): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));

/** Keeps a name of another direction in one piece among words of ours. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
