const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextetOf = new Map(Array.from(letters, (letter, value) => [letter.charCodeAt(0), value]));

/**
 * Rows as a text, one bit each, six a letter, the lowest row first: half a million take 83 kB, however many of them
 * are meant, and nothing follows the last one.
 */
export const writeRowBits = (rows: Iterable<number>): string => {
  let sextets = new Uint8Array(64);
  let length = 0;
  for (const row of rows) {
    const at = Math.floor(row / 6);
    if (at >= sextets.length) {
      const larger = new Uint8Array(Math.max(at + 1, sextets.length * 2));
      larger.set(sextets);
      sextets = larger;
    }
    sextets[at]! |= 1 << (row % 6);
    length = Math.max(length, at + 1);
  }
  let text = '';
  for (let at = 0; at < length; at += 1) text += letters[sextets[at]!];
  return text;
};

/** The rows of such a text, rising; letters that are none hold nobody. */
export const readRowBits = (text: string): Uint32Array => {
  const rows = new Uint32Array(text.length * 6);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sextet = sextetOf.get(text.charCodeAt(at)) ?? 0;
    for (let bit = 0; sextet >> bit !== 0; bit += 1)
      if (((sextet >> bit) & 1) === 1) {
        rows[count] = at * 6 + bit;
        count += 1;
      }
  }
  return rows.slice(0, count);
};
