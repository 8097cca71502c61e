const combining = /\p{M}+/gu;
const folded = new Map<number, string>();

/** One character without case and accents: “É” → “e”, “ß” → “ss”, “ﬁ” stays. */
const foldCodePoint = (code: number): string => {
  let text = folded.get(code);
  if (text === undefined) {
    text = String.fromCodePoint(code)
      .toLowerCase()
      .normalize('NFD')
      .replace(combining, '')
      .replace('ß', 'ss')
      .replace('ς', 'σ');
    // Of the hundred thousands that there are a text uses few.
    if (folded.size < 20_000) folded.set(code, text);
  }
  return text;
};

const isPlain = /^[\0-\x7f]*$/;

/** A text without regard to case and accents, for comparing: “Café” → “cafe”. */
export const foldText = (text: string): string => {
  if (isPlain.test(text)) return text.toLowerCase();
  let result = '';
  for (const character of text) result += foldCodePoint(character.codePointAt(0)!);
  return result;
};

const zero = 48;
const nine = 57;
const encoder = new TextEncoder();
const encoded = new Map<string, Uint8Array>();

const bytesOf = (text: string): Uint8Array => {
  let bytes = encoded.get(text);
  if (bytes === undefined) {
    bytes = encoder.encode(text);
    if (encoded.size < 20_000) encoded.set(text, bytes);
  }
  return bytes;
};

/** By character: the byte that is written for it, 0 where it needs a closer look (digits, NUL). */
const asWritten = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code >= zero && code <= nine) return 0;
  return code >= 65 && code <= 90 ? code + 32 : code;
});

/**
 * Writes what a text is sorted by into bytes: folded UTF-8, each number within it as its digits' count before them, so
 * that “item 9” stands before “item 10”. Bytes compare as the texts do; none is 0.
 * @param most bytes at most; what follows does not count
 * @returns where it ends
 */
export const writeSortKey = (text: string, into: Uint8Array, start: number, most: number): number => {
  const length = text.length;
  const end = start + most;
  let at = start;
  for (let i = 0; i < length && at < end; i += 1) {
    const code = text.charCodeAt(i);
    const plain = code < 0x80 ? asWritten[code]! : 0;
    if (plain > 0) into[at++] = plain;
    else if (code >= 0x80) {
      const whole = text.codePointAt(i)!;
      if (whole > 0xffff) i += 1;
      const bytes = bytesOf(foldCodePoint(whole));
      if (at + bytes.length > end) break;
      for (let k = 0; k < bytes.length; k += 1) into[at + k] = bytes[k]!;
      at += bytes.length;
    } else if (code > 0) {
      let last = i + 1;
      while (last < length && text.charCodeAt(last) >= zero && text.charCodeAt(last) <= nine) last += 1;
      while (i < last && text.charCodeAt(i) === zero) i += 1;
      into[at++] = zero;
      if (at < end) into[at++] = 1 + Math.min(254, last - i);
      for (; i < last && at < end; i += 1) into[at++] = text.charCodeAt(i);
      i = last - 1;
    }
  }
  return at;
};
