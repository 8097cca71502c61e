import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { TextDecoder } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import { createXmlScanner, type XmlHandler } from './scan-xml.ts';

type Decode = (chunk: Buffer) => string;

const decodeUtf8 = (): Decode => {
  const decoder = new StringDecoder('utf8');
  // Texts of one byte a character where they are ASCII; the decoder keeps bytes of a character that was cut in two.
  let isCut = false;
  return (chunk) => {
    if (!isCut && isAscii(chunk)) return chunk.toString('latin1');
    const text = decoder.write(chunk);
    isCut = (chunk.at(-1) ?? 0) >= 0x80;
    return text;
  };
};

/** By its byte order mark or what it declares; UTF-8 otherwise, as XML says. */
const decoderFor = (chunk: Buffer): Decode => {
  const declared =
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(chunk.toString('latin1', 0, 200))?.[1] ?? 'utf-8';
  const mark = chunk.readUInt16BE(0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : declared.toLowerCase();
  if (encoding === 'utf-8' || encoding === 'utf8') return decodeUtf8();
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes, { stream: true });
};

/**
 * Reads XML as it streams by: `handler` hears its elements and texts. Yields after each chunk, so that the caller can
 * hand on what it has gathered, wait, or stop.
 * @throws AppError `fileDamaged` for what is no XML, or ends before its root does; errors of `chunks` and AppErrors of
 * the handler pass through
 */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  file: string,
  handler: XmlHandler,
): AsyncGenerator<undefined> {
  const scanner = createXmlScanner(handler);
  let decode: Decode | null = null;
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    // The first chunk must show how the file is written, so a very short one waits for the next.
    const bytes = start.length > 0 ? Buffer.concat([start, chunk]) : chunk;
    if (decode === null && bytes.length < 4) {
      start = bytes;
      continue;
    }
    start = Buffer.alloc(0);
    try {
      if (decode === null) {
        decode = decoderFor(bytes);
        scanner.write(decode(bytes).replace(/^\uFEFF/, ''));
      } else scanner.write(decode(bytes));
    } catch (error) {
      // RangeError: an encoding nobody knows.
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
      throw new AppError('fileDamaged', { file, reason: 'part of its contents makes no sense' }, error);
    }
    yield;
  }
  if (!scanner.isComplete) throw new AppError('fileDamaged', { file, reason: 'it ends too early' });
}
