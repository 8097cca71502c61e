import { readXml } from './read-xml.ts';
import { createTextTable, type TextTable } from './text-table.ts';
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
): Promise<TextTable> => {
  const strings = createTextTable();
  let text = '';
  let isText = false;
  let isAid = false;
  const handler = {
    wantsText: false,
    open: (name: string) => {
      if (name === 't') isText = true;
      else if (name === 'rPh') isAid = true;
      else if (name === 'si') text = '';
      handler.wantsText = isText && !isAid;
    },
    close: (name: string) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === 'si') strings.add(unescapeText(text));
      handler.wantsText = isText && !isAid;
    },
    text: (piece: string) => {
      text += piece;
    },
  };
  for await (const _ of readXml(readZipEntry(source, entry, signal, onBytes), source.file, handler));
  return strings;
};
