/** Breaks a heading into at most two lines of similar length. */
export const twoLines = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const spaces = [...text.matchAll(/\s+/g)].map((found) => found.index);
  const middle = text.length / 2;
  const at = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best), -1);
  const lines = at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
  return lines.map((line) => (line.length > most + 6 ? `${line.slice(0, most + 5)}…` : line)).join('<br>');
};
