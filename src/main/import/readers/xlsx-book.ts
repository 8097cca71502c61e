import { posix } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { readXml } from './read-xml.ts';
import type { Attributes } from './scan-xml.ts';
import { type DateStyle, dateStyleOf } from './xlsx-dates.ts';
import { type ByteSource, readZipEntry, type ZipDirectory, type ZipEntry } from './zip.ts';

export interface XlsxSheet {
  readonly name: string;
  readonly entry: ZipEntry;
}

/** What must be known before any sheet can be read. */
export interface XlsxBook {
  /** Visible sheets with cells, in the order of their tabs. */
  readonly sheets: readonly XlsxSheet[];
  readonly is1904: boolean;
  readonly strings: ZipEntry | null;
  /** By the number a cell gives for its style. */
  readonly styles: readonly DateStyle[];
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

type OnOpen = (name: string, attribute: Attributes) => void;

const megabyte = 1024 * 1024;
/** Text lives in memory, sheets stream by: what an honest file stays far below. */
const stringsLimit = 512 * megabyte;
const sheetLimit = 2048 * megabyte;

const readPart = async (
  source: ByteSource,
  entry: ZipEntry,
  signal: AbortSignal | undefined,
  open: OnOpen,
  close: (name: string) => void = () => {},
) => {
  const handler = { wantsText: false, open, close, text: () => {} };
  for await (const _ of readXml(readZipEntry(source, entry, signal), source.file, handler));
};

const throwIfTooLarge = (file: string, entry: ZipEntry, limit: number): void => {
  if (entry.bytes > limit)
    throw new AppError('fileTooLarge', {
      file,
      megabytes: Math.round(entry.bytes / megabyte),
      limitMegabytes: limit / megabyte,
    });
};

/** Relations of a part by id; targets as full paths. */
const readRelations = async (
  source: ByteSource,
  zip: ZipDirectory,
  part: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, Relation>> => {
  const relations = new Map<string, Relation>();
  const folder = posix.dirname(part);
  const entry = zip.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`).toLowerCase());
  if (!entry) return relations;
  await readPart(source, entry, signal, (name, attribute) => {
    if (name !== 'Relationship') return;
    const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
    if (id === undefined || type === undefined || target === undefined) return;
    if (attribute('TargetMode') === 'External') return;
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: path.toLowerCase() });
  });
  return relations;
};

const readStyles = async (
  source: ByteSource,
  entry: ZipEntry,
  signal: AbortSignal | undefined,
): Promise<DateStyle[]> => {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCellFormat = false;
  await readPart(
    source,
    entry,
    signal,
    (name, attribute) => {
      if (name === 'cellXfs') isCellFormat = true;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && isCellFormat) formats.push(Number(attribute('numFmtId') ?? 0));
    },
    (name) => {
      if (name === 'cellXfs') isCellFormat = false;
    },
  );
  return formats.map((id) => dateStyleOf(id, codes.get(id)));
};

/**
 * Reads what stands around the sheets of an XLSX file (ECMA-376): their names, order and places, the base of dates, the
 * styles that make a number a date.
 * @throws AppError `fileDamaged`, `fileTooLarge`, `cancelled`
 */
export const readBook = async (
  source: ByteSource,
  zip: ZipDirectory,
  signal: AbortSignal | undefined,
): Promise<XlsxBook> => {
  const { file } = source;
  const root = await readRelations(source, zip, '', signal);
  const bookPart = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const bookEntry = zip.get(bookPart);
  if (!bookEntry) throw new AppError('fileDamaged', { file, reason: 'its list of sheets is missing' });
  const relations = await readRelations(source, zip, bookPart, signal);
  const partOf = (type: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return (target === undefined ? undefined : zip.get(target)) ?? null;
  };
  const sheets: XlsxSheet[] = [];
  let is1904 = false;
  await readPart(source, bookEntry, signal, (name, attribute) => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    if (name !== 'sheet' || /hidden/i.test(attribute('state') ?? '')) return;
    const relation = relations.get(attribute('id') ?? '');
    // Sheets of charts and dialogs hold no cells.
    if (relation && relation.type !== 'worksheet') return;
    const entry = relation && zip.get(relation.target);
    const title = attribute('name') ?? `Sheet${sheets.length + 1}`;
    if (!entry) throw new AppError('fileDamaged', { file, reason: `its sheet “${title}” is missing` });
    throwIfTooLarge(file, entry, sheetLimit);
    sheets.push({ name: title, entry });
  });
  const strings = partOf('sharedStrings');
  if (strings) throwIfTooLarge(file, strings, stringsLimit);
  const styles = partOf('styles');
  return { sheets, is1904, strings, styles: styles ? await readStyles(source, styles, signal) : [] };
};
