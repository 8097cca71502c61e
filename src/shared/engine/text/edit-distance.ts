let before = new Int32Array(64);
let last = new Int32Array(64);
let now = new Int32Array(64);

let lettersA = new Uint16Array(64);
let lettersB = new Uint16Array(64);

const grow = (length: number): void => {
  before = new Int32Array(length);
  last = new Int32Array(length);
  now = new Int32Array(length);
};

/**
 * How many letters to insert, leave out, replace or swap with their neighbour to make one word the other, in the
 * restricted sense that no letter is touched twice (Damerau 1964; Boytsov 2011, “optimal string alignment”). Words are
 * stretches of UTF-16 code units. O(lengthA · lengthB) time, three rows of memory that are kept.
 * @param most counting stops above it and says `most + 1`
 */
export const editsBetween = (
  a: Uint16Array,
  fromA: number,
  lengthA: number,
  b: Uint16Array,
  fromB: number,
  lengthB: number,
  most: number,
): number => {
  if (Math.abs(lengthA - lengthB) > most) return most + 1;
  if (lengthB >= now.length) grow(2 * lengthB);
  for (let j = 0; j <= lengthB; j += 1) last[j] = j;
  for (let i = 1; i <= lengthA; i += 1) {
    const letter = a[fromA + i - 1]!;
    now[0] = i;
    let least = i;
    for (let j = 1; j <= lengthB; j += 1) {
      const other = b[fromB + j - 1]!;
      let cost = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b[fromB + j - 2] && a[fromA + i - 2] === other)
        cost = Math.min(cost, before[j - 2]! + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const spare = before;
    before = last;
    last = now;
    now = spare;
  }
  return Math.min(last[lengthB]!, most + 1);
};

const lettersOf = (text: string, into: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> => {
  const letters = text.length > into.length ? new Uint16Array(2 * text.length) : into;
  for (let i = 0; i < text.length; i += 1) letters[i] = text.charCodeAt(i);
  return letters;
};

/** The edits between two texts, as `editsBetween` counts them. */
export const editDistance = (a: string, b: string, most = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  lettersA = lettersOf(a, lettersA);
  lettersB = lettersOf(b, lettersB);
  return editsBetween(lettersA, 0, a.length, lettersB, 0, b.length, most);
};
