import { localName, readXml } from './read-xml.ts';
import { type ByteSource, readZipEntry, type ZipEntry } from './zip.ts';

/** Undoes `_x000D_`, which stands for a character that XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/**
 * The texts that cells refer to by number, formatting left out; reading aids over Japanese words (`rPh`) are no text.
 * They stay in memory: sheets refer to them in any order.
 */
export const readStrings = async (
  source: ByteSource,
  entry: ZipEntry,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<readonly string[]> => {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  for await (const events of readXml(readZipEntry(source, entry, signal, onBytes), source.file))
    for (const { eventType, value } of events) {
      if (eventType === 'text') {
        if (isText && !isAid) text += value;
        continue;
      }
      const name = localName(value.name);
      const opens = eventType === 'opentag';
      if (name === 't') isText = opens;
      else if (name === 'rPh') isAid = opens;
      else if (name === 'si') {
        if (opens) text = '';
        else strings.push(unescapeText(text));
      }
    }
  return strings;
};
