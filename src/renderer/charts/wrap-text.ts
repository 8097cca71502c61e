/** Lines of at most so many letters, broken at spaces; what does not fit into the lines ends in “…”. */
export const wrapText = (text: string, letters: number, lines: number): string[] => {
  const cut = (line: string): string => (line.length > letters ? `${line.slice(0, Math.max(1, letters - 1))}…` : line);
  const found: string[] = [];
  let line = '';
  const words = text.split(/\s+/);
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= letters || line === '') {
      line = longer;
      continue;
    }
    if (found.length === lines - 1) return [...found, cut(`${line} ${words.slice(i).join(' ')}`)].map(cut);
    found.push(line);
    line = word;
  }
  return [...found, line].map(cut);
};
