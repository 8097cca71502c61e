import { guessUtf16 } from './guess-utf16.ts';

/** A kind of file other than text and XLSX, by what a person calls it and the extensions it goes by. */
export interface ForeignKind {
  readonly is: string;
  readonly extensions: readonly string[];
}

/** What the first bytes say: text, a ZIP container to look into, or something else. */
type FileKind = 'text' | 'zip' | ForeignKind;

const foreign = (is: string, ...extensions: string[]): ForeignKind => ({ is, extensions });

export const foreignKinds = {
  pdf: foreign('a PDF document', 'pdf'),
  picture: foreign('a picture', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff'),
  sqlite: foreign('a database', 'sqlite', 'sqlite3', 'db', 'tessera'),
  html: foreign('a web page', 'html', 'htm', 'mht'),
  xml: foreign('XML', 'xml'),
  json: foreign('JSON', 'json', 'geojson', 'ndjson', 'jsonl'),
  rtf: foreign('a formatted document', 'rtf'),
  parquet: foreign('a Parquet file', 'parquet'),
  archive: foreign('an archive', '7z', 'rar', 'xz', 'bz2', 'zst', 'tar', 'tgz'),
  oldExcel: foreign('an old Excel file (.xls)', 'xls', 'xlt'),
  lockedExcel: foreign('an Excel file that is locked with a password'),
  oldOffice: foreign('an old Office document', 'doc', 'ppt', 'msg'),
  binary: foreign('data that is not text'),
  zip: foreign('a ZIP archive', 'zip'),
  binaryExcel: foreign('a binary Excel file (.xlsb)', 'xlsb'),
  word: foreign('a Word document', 'docx', 'docm'),
  powerPoint: foreign('a presentation', 'pptx', 'pptm'),
  spreadsheet: foreign('an OpenDocument spreadsheet (.ods)', 'ods', 'ots'),
  openDocument: foreign('an OpenDocument text or presentation', 'odt', 'odp'),
  appleDocument: foreign('an Apple document (Numbers, Pages or Keynote)', 'numbers', 'pages', 'key'),
  plainText: foreign('plain text'),
} as const;

/** Beginnings in hexadecimal that no text starts with. */
const marks: readonly (readonly [string, FileKind])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['89504e470d0a1a0a', foreignKinds.picture],
  ['ffd8ff', foreignKinds.picture],
  ['255044462d', foreignKinds.pdf],
  ['53514c69746520666f726d6174203300', foreignKinds.sqlite],
  ['7b5c727466', foreignKinds.rtf],
  ['377abcaf271c', foreignKinds.archive],
  ['fd377a585a00', foreignKinds.archive],
  ['28b52ffd', foreignKinds.archive],
  ['526172211a07', foreignKinds.archive],
];
/** Beginnings that a heading could have too, so they count only where NUL bytes follow. */
const weakMarks: readonly (readonly [string, FileKind])[] = [
  ['474946383761', foreignKinds.picture],
  ['474946383961', foreignKinds.picture],
  ['52494646', foreignKinds.picture],
  ['424d', foreignKinds.picture],
  ['49492a00', foreignKinds.picture],
  ['4d4d002a', foreignKinds.picture],
  ['50415231', foreignKinds.parquet],
  ['425a68', foreignKinds.archive],
];

const oleMark = 'd0cf11e0a1b11ae1';

/** Which Office program wrote an OLE container: the names of its streams stand in it as UTF-16. */
const recogniseOle = (head: Buffer, tail: Buffer): ForeignKind => {
  const holds = (name: string) => [head, tail].some((part) => part.includes(Buffer.from(name, 'utf16le')));
  if (holds('EncryptedPackage')) return foreignKinds.lockedExcel;
  if (holds('Workbook') || holds('Book')) return foreignKinds.oldExcel;
  return foreignKinds.oldOffice;
};

const recogniseMarkup = (text: string): ForeignKind | null => {
  if (/^<(!doctype html|html|head|body|table|meta|!--)/i.test(text)) return foreignKinds.html;
  if (/^<\?xml/i.test(text))
    return /<html|urn:schemas-microsoft-com:office:excel.*<table/i.test(text) ? foreignKinds.html : foreignKinds.xml;
  if (/^(\{\s*"[^"]*"\s*:|\[\s*\{\s*"[^"]*"\s*:)/.test(text)) return foreignKinds.json;
  return null;
};

/** Whether a file is packed by gzip (RFC 1952), by its first bytes. */
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Says what a file is by its contents.
 * @param head its first bytes, unpacked where it is gzip; a few ten thousand
 * @param tail its last bytes as they are; of an old Office document, its directory too
 */
export const recogniseFile = (head: Buffer, tail: Buffer): FileKind => {
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith(oleMark)) return recogniseOle(head, tail);
  const strong = marks.find(([mark]) => hex.startsWith(mark));
  if (strong) return strong[1];
  const marked = hex.startsWith('fffe') ? 'utf-16le' : hex.startsWith('feff') ? 'utf-16be' : null;
  const utf16 = marked ?? guessUtf16(head);
  if (utf16 === null && head.includes(0)) {
    if (head.toString('latin1', 257, 262) === 'ustar') return foreignKinds.archive;
    return weakMarks.find(([mark]) => hex.startsWith(mark))?.[1] ?? foreignKinds.binary;
  }
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(head.subarray(0, 4096)).trimStart();
  return recogniseMarkup(text) ?? 'text';
};

/**
 * What a ZIP container holds, by the names in it.
 * @param head its first bytes, where an OpenDocument file says what document it is
 */
export const recogniseZip = (names: readonly string[], head: Buffer): 'xlsx' | ForeignKind => {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) return foreignKinds.binaryExcel;
  if (has(/^word\//)) return foreignKinds.word;
  if (has(/^ppt\//)) return foreignKinds.powerPoint;
  if (has(/^index\/.*\.iwa$/)) return foreignKinds.appleDocument;
  if (has(/^(content\.xml|encrypted-package)$/) && has(/^meta-inf\/manifest\.xml$/))
    return /opendocument\.(text|presentation|graphics)/.test(head.toString('latin1', 0, 256))
      ? foreignKinds.openDocument
      : foreignKinds.spreadsheet;
  return has(/^\[content_types\]\.xml$/) && has(/^_rels\/\.rels$/) && has(/^xl\//) ? 'xlsx' : foreignKinds.zip;
};
