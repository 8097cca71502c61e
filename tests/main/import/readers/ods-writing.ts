import { writeZip } from './zip-writing.ts';

const names = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

export interface OdsParts {
  /** The tables, as XML. */
  readonly tables: string;
  readonly styles?: string;
  readonly manifest?: string;
  readonly before?: string;
  readonly claimedBytes?: number;
}

/** An OpenDocument spreadsheet by hand. */
export const writeOds = ({ tables, styles = '', manifest = '', before = '', claimedBytes }: OdsParts): Buffer =>
  writeZip([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      ...(claimedBytes === undefined ? {} : { claimedBytes }),
    },
    { name: 'META-INF/manifest.xml', text: `<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);

export const table = (name: string, rows: string, style = ''): string =>
  `<table:table table:name="${name}" table:style-name="${style}"><table:table-column table:number-columns-repeated="16384"/>${rows}</table:table>`;
export const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
export const text = (words: string): string =>
  `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
export const number = (value: number, shown = String(value)): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" calcext:value-type="float"><text:p>${shown}</text:p></table:table-cell>`;
