/// <reference path="./exceljs-parse-sax.d.ts" />
import { TextDecoder } from 'node:util';
import parseSax, { type SaxEvent } from 'exceljs/lib/utils/parse-sax.js';
import { AppError } from '../../../shared/errors.ts';

export type XmlEvent = SaxEvent;

/** A name without its namespace prefix: some programs write `x:row` for `row`. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** An attribute by its local name, so that `r:id` is found under any prefix. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

/**
 * Streams XML as events, some hundred at a time.
 * @throws AppError `fileDamaged` for what is no XML, or ends before its root does; errors of `chunks` pass through
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<SaxEvent[]> {
  // Kept apart, for what the file cannot give must not read as bad XML.
  let failure: { readonly error: unknown } | null = null;
  async function* decoded(): AsyncGenerator<string> {
    let decoder: TextDecoder | null = null;
    try {
      for await (const chunk of chunks) {
        const isUtf16 = chunk[0] === 0xff || chunk[0] === 0xfe;
        decoder ??= new TextDecoder(isUtf16 ? (chunk[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  let depth = 0;
  const events = parseSax(decoded());
  try {
    for (;;) {
      let next: IteratorResult<SaxEvent[]>;
      try {
        next = await events.next();
      } catch (error) {
        if (failure) throw error;
        throw new AppError('fileDamaged', { file, reason: 'part of its contents makes no sense' }, error);
      }
      if (next.done) break;
      for (const { eventType } of next.value)
        if (eventType === 'opentag') depth++;
        else if (eventType === 'closetag') depth--;
      yield next.value;
    }
    if (depth !== 0) throw new AppError('fileDamaged', { file, reason: 'it ends too early' });
  } finally {
    // Stopping early closes the file underneath.
    await events.return(undefined);
  }
}
