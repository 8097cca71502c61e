import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
/** Lines between two looks at whether somebody cancelled. */
const linesAtOnce = 256;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about every character of ASCII
const beyondAscii = /[^\u0000-\u007F]/;

/** Puts the mark before a file that is there already. */
const mark = async (path: string): Promise<void> => {
  const marked = `${path}.marked`;
  try {
    const target = createWriteStream(marked);
    target.write(byteOrderMark);
    await pipeline(createReadStream(path), target);
    await rename(marked, path);
  } catch (error) {
    await rm(marked, { force: true });
    throw error;
  }
};

/**
 * Writes lines as UTF-8, each ended by CRLF, no faster than the disk takes them. A byte-order mark stands before the text
 * exactly where it holds letters beyond ASCII: Excel takes a file without one for the system's old code page and shows
 * “MÃ¼ller”, while tools that know no mark keep reading plain files as they are. O(text) time; memory for a few lines.
 * What `lines` throws (a cancel) and what the disk answers passes through; a file that was begun is left to the caller.
 */
export const writeText = async (path: string, lines: Iterable<string>): Promise<void> => {
  let isPlain = true;
  async function* pieces(): AsyncGenerator<Buffer> {
    let text = '';
    let count = 0;
    for (const line of lines) {
      text += `${line}\r\n`;
      count += 1;
      if (count % linesAtOnce !== 0) continue;
      isPlain &&= !beyondAscii.test(text);
      yield Buffer.from(text);
      text = '';
      // Messages come in only between two turns of the loop, and a cancel is one.
      await setImmediate();
    }
    isPlain &&= !beyondAscii.test(text);
    yield Buffer.from(text);
  }
  await pipeline(Readable.from(pieces(), { highWaterMark: 1 }), createWriteStream(path));
  if (!isPlain) await mark(path);
};
