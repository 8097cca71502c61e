import { crc32, deflateRawSync } from 'node:zlib';

const header = (
  signature: number,
  name: string,
  method: number,
  crc: number,
  packed: number,
  bytes: number,
): Buffer => {
  const isDirectory = signature === 0x02014b50;
  const fields = Buffer.alloc(isDirectory ? 46 : 30);
  const shift = isDirectory ? 2 : 0;
  fields.writeUInt32LE(signature, 0);
  fields.writeUInt16LE(method, 8 + shift);
  fields.writeUInt32LE(crc, 14 + shift);
  fields.writeUInt32LE(packed, 18 + shift);
  fields.writeUInt32LE(bytes, 22 + shift);
  fields.writeUInt16LE(name.length, 26 + shift);
  return fields;
};

export interface ZipPart {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly stored?: boolean;
  /** What the directory claims, where it lies. */
  readonly claimedBytes?: number;
}

/** A ZIP file of these parts in this order. */
export const writeZip = (parts: readonly ZipPart[]): Buffer => {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, stored, claimedBytes } of parts) {
    const contents = Buffer.from(text as string);
    const packed = stored ? contents : deflateRawSync(contents);
    const about = [name, stored ? 0 : 8, crc32(contents), packed.length, claimedBytes ?? contents.length] as const;
    const entry = header(0x02014b50, ...about);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    const local = Buffer.concat([header(0x04034b50, ...about), Buffer.from(name), packed]);
    body.push(local);
    at += local.length;
  }
  const bytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, ...directory, end]);
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;

export interface BookParts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly claimedBytes?: number;
  /** Before the cells of the sheet, before its root, and how its part is written. */
  readonly before?: string;
  readonly doctype?: string;
  readonly encoding?: 'utf8' | 'utf16le' | 'latin1';
}

const declared = { utf8: 'UTF-8', utf16le: 'UTF-16', latin1: 'ISO-8859-1' };

/** A workbook by hand, its parts in an order no reader likes: the sheet first, styles and texts after it. */
export const writeBook = ({
  sheet,
  strings = '',
  styles = '',
  properties = '',
  claimedBytes,
  before = '',
  doctype = '',
  encoding = 'utf8',
}: BookParts): Buffer =>
  writeZip([
    { name: '[Content_Types].xml', text: '<Types/>', stored: true },
    {
      name: 'xl/tables/orders.xml',
      text: Buffer.from(
        `${encoding === 'utf16le' ? '\uFEFF' : ''}<?xml version="1.0" encoding="${declared[encoding]}"?>${doctype}<x:worksheet xmlns:x="${main}">${before}<x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
        encoding,
      ),
      ...(claimedBytes === undefined ? {} : { claimedBytes }),
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${main}" xmlns:rel="${relations}">${properties}<sheets><sheet name="Orders &amp; more" sheetId="7" rel:id="a"/></sheets></workbook>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships>${relation('z', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relation('a', 'worksheet', '/xl/tables/orders.xml')}${relation('b', 'sharedStrings', 'texts.xml')}${relation('c', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/texts.xml', text: `<sst>${strings}</sst>` },
    { name: 'xl/styles.xml', text: `<styleSheet>${styles}</styleSheet>` },
  ]);
