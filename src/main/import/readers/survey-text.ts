import { isAscii, isUtf8 } from 'node:buffer';
import { AppError } from '../../../shared/errors.ts';
import type { ReadOptions } from '../types.ts';
import { type FileIdentity, readBytes } from './file-bytes.ts';
import { guessUtf16 } from './guess-utf16.ts';
import { countUtf8, createMendingDecoder, type StreamDecoder, unfinishedBytes } from './mend-utf8.ts';

/** Bytes kept for guessing delimiter and header. */
const sampleBytes = 512 * 1024;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * What says so: a byte-order mark, zeros at every other byte, that all bytes are UTF-8, that nearly all are, or that many
 * are not.
 */
export type EncodingProof = 'mark' | 'zeros' | 'valid' | 'mended' | 'invalid';

export interface TextSurvey {
  readonly encoding: TextEncoding;
  readonly proof: EncodingProof;
  /** Bytes that are not UTF-8 in a file that is; they are read as Windows-1252. */
  readonly strayBytes: number;
  /** The beginning, decoded; ends in the middle of a line unless it is the whole file. */
  readonly sample: string;
  readonly isWhole: boolean;
}

/** Letters and stray bytes are counted up to here; so many strays are no slips. */
const mostLetters = 20_000;
const mostStrays = 2000;
/** For one stray byte so many letters must be UTF-8. */
const lettersAStray = 4;

/** Says whether bytes that come in chunks are UTF-8, where a character may lie across two chunks. */
const createUtf8Check = () => {
  let carried = Buffer.alloc(0);
  let letters = 0;
  let strays = 0;
  const count = (bytes: Buffer, isValid: boolean): void => {
    if (isValid && (letters >= mostLetters || isAscii(bytes))) return;
    const found = countUtf8(bytes);
    letters += found.letters;
    strays += found.strays;
  };
  return {
    add: (chunk: Buffer): void => {
      if (strays > mostStrays) return;
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const complete = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
      carried = Buffer.from(bytes.subarray(complete.length));
      count(complete, isUtf8(complete));
    },
    /** Bytes that are not UTF-8; null where they are too many to be slips. */
    strays: (isMarked: boolean): number | null => {
      const all = strays + carried.length;
      return all === 0 || isMarked || (strays <= mostStrays && letters >= all * lettersAStray) ? all : null;
    },
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

export const decoderOf = ({ encoding, strayBytes }: Pick<TextSurvey, 'encoding' | 'strayBytes'>): StreamDecoder =>
  strayBytes > 0 ? createMendingDecoder() : new TextDecoder(encoding);

/**
 * Reads a text file through once, quickly, to learn its encoding for certain: a byte-order mark or the zeros of UTF-16,
 * else UTF-8 where the bytes of the file agree, but for a few, else windows-1252. A sample alone would be wrong when the
 * first “é” stands after it.
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
  const strays = utf8.strays(isMarkedUtf8);
  const encoding = marked?.encoding ?? (strays === null ? 'windows-1252' : 'utf-8');
  const strayBytes = encoding === 'utf-8' ? (strays ?? 0) : 0;
  const ofUtf8 = strays === null ? 'invalid' : strayBytes > 0 ? 'mended' : isMarkedUtf8 ? 'mark' : 'valid';
  const proof = marked?.proof ?? ofUtf8;
  const isWhole = keptBytes === bytes;
  const sample = decoderOf({ encoding, strayBytes }).decode(Buffer.concat(kept), { stream: !isWhole });
  if (isWhole && sample.trim() === '') throw new AppError('fileEmpty', { file: identity.file });
  return { encoding, proof, strayBytes, sample, isWhole };
};
