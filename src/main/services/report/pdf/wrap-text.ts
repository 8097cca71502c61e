/** Characters of a word that fit, at least one, by halving. */
const fitting = (word: string, width: number, measure: (text: string) => number): number => {
  const letters = [...word];
  let fits = 1;
  for (let step = letters.length; step >= 1; step = Math.floor(step / 2))
    while (fits + step <= letters.length && measure(letters.slice(0, fits + step).join('')) <= width) fits += step;
  return letters.slice(0, fits).join('').length;
};

/** Breaks text at spaces, and words that are wider than a line wherever they must be. Never empty. */
export const wrapText = (text: string, width: number, measure: (text: string) => number): string[] => {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  const words = text.split(/ +/);
  for (let i = 0; i < words.length; i += 1) {
    let word = words[i]!;
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    while (measure(word) > width && [...word].length > 1) {
      const end = fitting(word, width, measure);
      lines.push(word.slice(0, end));
      word = word.slice(end);
    }
    line = word;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
};
