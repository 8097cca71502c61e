import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import { AppError, isAppError } from '../../../shared/errors.ts';
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

/** Bytes unpacked at once: a few milliseconds of work for whoever reads them. */
const unpackedChunk = 64 * 1024;
/** More names than any spreadsheet has; a directory of so many is made to be slow. */
const mostEntries = 100_000;

const damaged = (file: string, reason: string) => new AppError('fileDamaged', { file, reason });
const endsEarly = (file: string) => damaged(file, 'it ends too early');
const makesNoSense = (file: string) => damaged(file, 'its table of contents makes no sense');

const readPart = async (source: ByteSource, start: number, end: number): Promise<Buffer> => {
  if (start < 0 || end > source.bytes || end < start) throw endsEarly(source.file);
  const chunks: Buffer[] = [];
  for await (const chunk of source.read(start, end)) chunks.push(chunk);
  const part = Buffer.concat(chunks);
  if (part.length !== end - start) throw endsEarly(source.file);
  return part;
};

class SourceReader extends RandomAccessReader {
  readonly source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, Math.min(end, this.source.bytes)), { objectMode: false });
  }
}

/**
 * Reads the directory of a ZIP file, by yauzl.
 * @throws AppError `fileDamaged`
 */
export const readZipDirectory = async (source: ByteSource): Promise<ZipDirectory> => {
  const entries = new Map<string, ZipEntry>();
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.bytes, {
      lazyEntries: true,
      autoClose: false,
      // Names are ours to read: Office files may start them with a slash, which is refused otherwise.
      decodeStrings: false,
    });
    if (zip.entryCount > mostEntries) throw makesNoSense(source.file);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\//, '');
      entries.set(name.toLowerCase(), {
        name,
        isEncrypted: entry.isEncrypted(),
        method: entry.compressionMethod,
        crc: entry.crc32,
        packedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        headerAt: entry.relativeOffsetOfLocalHeader,
      });
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    const isCut = error instanceof Error && /end of central directory|unexpected EOF/i.test(error.message);
    throw isCut ? endsEarly(source.file) : makesNoSense(source.file);
  }
  return entries;
};

/**
 * Streams one entry unpacked, holding it to the size and checksum that the directory promises, so a small file cannot
 * unpack without end. yauzl finds the entry; the bytes are unpacked here because it compares no checksums.
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
  if (header.readUInt32LE(0) !== 0x04034b50) throw makesNoSense(file);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedBytes > source.bytes) throw endsEarly(file);
  const packed = source.read(start, start + entry.packedBytes, signal, onBytes);
  let crc = 0;
  let bytes = 0;
  for await (const chunk of entry.method === 8
    ? pipeThrough(packed, createInflateRaw({ chunkSize: unpackedChunk }))
    : packed) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw damaged(file, 'it holds more than it says');
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw damaged(file, 'part of its contents was altered or lost');
}
