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

/** Keeps a name of another direction in one piece among words of ours. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
