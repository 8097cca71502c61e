import { isUtf8 } from 'node:buffer';
import { AppError } from '../../../shared/errors.ts';
import type { ReadOptions } from '../types.ts';
import { type FileIdentity, readBytes } from './file-bytes.ts';
import { guessUtf16 } from './guess-utf16.ts';

/** Bytes kept for guessing delimiter and header. */
const sampleBytes = 512 * 1024;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What says so: a byte-order mark, zeros at every other byte, that all bytes are UTF-8, or that some are not. */
export type EncodingProof = 'mark' | 'zeros' | 'valid' | 'invalid';

export interface TextSurvey {
  readonly encoding: TextEncoding;
  readonly proof: EncodingProof;
  /** The beginning, decoded; ends in the middle of a line unless it is the whole file. */
  readonly sample: string;
  readonly isWhole: boolean;
}

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

/** Says whether bytes that come in chunks are UTF-8, where a character may lie across two chunks. */
const createUtf8Check = () => {
  let carried = Buffer.alloc(0);
  let valid = true;
  return {
    add: (chunk: Buffer): void => {
      if (!valid) return;
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const unfinished = unfinishedBytes(bytes);
      valid = isUtf8(bytes.subarray(0, bytes.length - unfinished));
      carried = Buffer.from(bytes.subarray(bytes.length - unfinished));
    },
    isValid: (): boolean => valid && carried.length === 0,
  };
};

const hasUtf8Mark = (head: Buffer): boolean => head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;

/** What the beginning of a file says for certain about its encoding. */
export const encodingOfHead = (head: Buffer): { encoding: TextEncoding; proof: EncodingProof } | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', proof: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', proof: 'mark' };
  const guessed = guessUtf16(head);
  return guessed && { encoding: guessed, proof: 'zeros' };
};

/**
 * Reads a text file through once, quickly, to learn its encoding for certain: a byte-order mark or the zeros of UTF-16,
 * else UTF-8 where every byte of the file agrees, else windows-1252. A sample alone would be wrong when the first “é”
 * stands after it.
 * @throws AppError `fileEmpty` where there is only white space, `fileDamaged` where there are NUL bytes
 */
export const surveyText = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<TextSurvey> => {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let bytes = 0;
  let marked: ReturnType<typeof encodingOfHead> = null;
  let isMarkedUtf8 = false;
  const utf8 = createUtf8Check();
  for await (const chunk of readBytes(identity, gzip, options)) {
    if (bytes === 0) {
      marked = encodingOfHead(chunk);
      isMarkedUtf8 = hasUtf8Mark(chunk);
    }
    if (!marked) {
      utf8.add(chunk);
      if (chunk.includes(0))
        throw new AppError('fileDamaged', { file: identity.file, reason: 'part of it is not text' });
    }
    if (keptBytes < sampleBytes) {
      kept.push(chunk);
      keptBytes += chunk.length;
    }
    bytes += chunk.length;
  }
  const isUtf8Text = utf8.isValid();
  const encoding = marked?.encoding ?? (isUtf8Text ? 'utf-8' : 'windows-1252');
  const proof = marked?.proof ?? (!isUtf8Text ? 'invalid' : isMarkedUtf8 ? 'mark' : 'valid');
  const isWhole = keptBytes === bytes;
  const sample = new TextDecoder(encoding).decode(Buffer.concat(kept), { stream: !isWhole });
  if (isWhole && sample.trim() === '') throw new AppError('fileEmpty', { file: identity.file });
  return { encoding, proof, sample, isWhole };
};
