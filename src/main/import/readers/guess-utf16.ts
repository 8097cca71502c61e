/** Bytes looked at. */
const lookedAt = 64 * 1024;
/** Of the high bytes, zeros at least: delimiters, digits and line ends have one in every script. */
const fewestZeros = 0.05;

/**
 * Whether bytes without a byte-order mark are UTF-16: the high bytes of commas, digits and line ends are zero, so all
 * zeros stand at even places or all at odd ones, and a line end or a delimiter is among them.
 */
export const guessUtf16 = (head: Buffer): 'utf-16le' | 'utf-16be' | null => {
  const length = Math.min(head.length, lookedAt) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0];
  let marks = 0;
  for (let i = 0; i < length; i += 2) {
    const [even, odd] = [head[i]!, head[i + 1]!];
    if (even === 0) zeros[0]! += 1;
    if (odd === 0) zeros[1]! += 1;
    if (even === 0 && odd === 0) return null;
    const one = even === 0 ? odd : odd === 0 ? even : 0xff;
    if (one < 9 || (one > 13 && one < 32)) return null;
    if (one === 10 || one === 13 || one === 44 || one === 59 || one === 9) marks += 1;
  }
  const pairs = length / 2;
  if (marks === 0) return null;
  if (zeros[0] === 0 && zeros[1]! >= pairs * fewestZeros) return 'utf-16le';
  return zeros[1] === 0 && zeros[0]! >= pairs * fewestZeros ? 'utf-16be' : null;
};
