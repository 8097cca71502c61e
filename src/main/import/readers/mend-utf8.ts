import { isUtf8 } from 'node:buffer';

/** Length of an unfinished UTF-8 sequence at the end of the bytes: 0–3. */
export const unfinishedBytes = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
};

/** Length of the UTF-8 sequence that begins there (Unicode 16, table 3-7); 0 where none does. */
const sequenceAt = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1]!;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
};

export interface Utf8Counts {
  /** Characters of two bytes and more. */
  readonly letters: number;
  /** Bytes that are part of none. */
  readonly strays: number;
}

/** Counts in bytes that begin and end at a character. */
export const countUtf8 = (bytes: Uint8Array): Utf8Counts => {
  let letters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) strays++;
    else if (length > 1) letters++;
    at += length || 1;
  }
  return { letters, strays };
};

const windows1252 = Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(new TextDecoder('windows-1252').decode(Uint8Array.of(byte))),
);

const mend = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      parts.push(bytes.subarray(from, at), windows1252[bytes[at]!]!);
      from = at + 1;
    }
    at += length || 1;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
};

/** What decoders here have in common with TextDecoder. */
export interface StreamDecoder {
  decode(bytes?: Buffer, options?: { readonly stream?: boolean }): string;
}

/**
 * Decodes UTF-8 in which some bytes are of Windows-1252, as where rows of two programs were pasted into one file: those
 * bytes are read as the letters they are there, all others as UTF-8.
 */
export const createMendingDecoder = (): StreamDecoder => {
  const decoder = new TextDecoder('utf-8');
  let carried: Buffer = Buffer.alloc(0);
  return {
    decode: (chunk = Buffer.alloc(0), { stream = false } = {}) => {
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const usable = bytes.length - (stream ? unfinishedBytes(bytes) : 0);
      carried = Buffer.from(bytes.subarray(usable));
      const whole = bytes.subarray(0, usable);
      return decoder.decode(isUtf8(whole) ? whole : mend(whole), { stream });
    },
  };
};
