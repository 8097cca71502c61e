import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { pipeThrough } from './file-bytes.ts';

/** Bytes that can be read from anywhere: a file, or one that was unpacked into memory. */
export interface ByteSource {
  readonly file: string;
  readonly bytes: number;
  read(start: number, end: number, signal?: AbortSignal, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer>;
}

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

/** Entries by name in lower case, without a leading slash: names in Office files ignore case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const directoryLimit = 64 * 1024 * 1024;
const endBytes = 22;
const longestComment = 65_535;

const damaged = (file: string, reason: string) => new AppError('fileDamaged', { file, reason });
const endsEarly = (file: string) => damaged(file, 'it ends too early');

const readPart = async (source: ByteSource, start: number, end: number): Promise<Buffer> => {
  if (start < 0 || end > source.bytes || end < start) throw endsEarly(source.file);
  const chunks: Buffer[] = [];
  for await (const chunk of source.read(start, end)) chunks.push(chunk);
  const part = Buffer.concat(chunks);
  if (part.length !== end - start) throw endsEarly(source.file);
  return part;
};

/** Where the directory lies: count, size and place, from the end record or its 64-bit form. */
const findDirectory = async (source: ByteSource) => {
  const tailAt = Math.max(0, source.bytes - endBytes - longestComment);
  const tail = await readPart(source, tailAt, source.bytes);
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0 || at + endBytes > tail.length) throw endsEarly(source.file);
  const size = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  const locatorAt = at - 20;
  if (locatorAt < 0 || tail.readUInt32LE(locatorAt) !== 0x07064b50) return { start, end: start + size };
  const recordAt = Number(tail.readBigUInt64LE(locatorAt + 8));
  const record = await readPart(source, recordAt, recordAt + 56);
  const start64 = Number(record.readBigUInt64LE(48));
  return { start: start64, end: start64 + Number(record.readBigUInt64LE(40)) };
};

/** The sizes that did not fit into 32 bits stand in an extra field, in this order. */
const readExtra = (extra: Buffer, wanted: readonly number[]): number[] => {
  const values = [...wanted];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (let i = 0; i < values.length && from + 8 <= extra.length; i++)
      if (values[i] === 0xffffffff) {
        values[i] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
  }
  return values;
};

/**
 * Reads the directory of a ZIP file (PKWARE APPNOTE 6.3, with ZIP64).
 * @throws AppError `fileDamaged`
 */
export const readZipDirectory = async (source: ByteSource): Promise<ZipDirectory> => {
  const { start, end } = await findDirectory(source);
  if (end - start > directoryLimit) throw damaged(source.file, 'its table of contents makes no sense');
  const directory = await readPart(source, start, end);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw damaged(source.file, 'its table of contents makes no sense');
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const [bytes, packedBytes, headerAt] = readExtra(directory.subarray(nameEnd, extraEnd), [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]) as [number, number, number];
    const name = directory
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    entries.set(name.toLowerCase(), {
      name,
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes,
      bytes,
      headerAt,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
};

/**
 * Streams one entry unpacked, holding it to the size and checksum that the directory promises, so a small file cannot
 * unpack without end.
 * @param onBytes hears how many packed bytes have been read
 * @throws AppError `fileDamaged`, `fileUnreadable`, `cancelled`; zlib errors pass through
 */
export async function* readZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const { file } = source;
  if (entry.isEncrypted) throw new AppError('fileUnreadable', { file, reason: 'it is locked with a password' });
  if (entry.method !== 0 && entry.method !== 8)
    throw new AppError('fileUnreadable', { file, reason: 'it is packed in an unusual way' });
  const header = await readPart(source, entry.headerAt, entry.headerAt + 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged(file, 'its table of contents makes no sense');
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedBytes > source.bytes) throw endsEarly(file);
  const packed = source.read(start, start + entry.packedBytes, signal, onBytes);
  let crc = 0;
  let bytes = 0;
  for await (const chunk of entry.method === 8 ? pipeThrough(packed, createInflateRaw()) : packed) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw damaged(file, 'it holds more than it says');
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw damaged(file, 'part of its contents was altered or lost');
}
