import { CFB } from '@e965/xlsx';

/** One record of an old Excel file. */
const record = (type: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const shorts = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
};
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const end = record(0x0a);

/** An OLE container with one stream. */
export const writeOle = (name: string, contents: Buffer): Buffer => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${name}`, contents);
  return Buffer.from(CFB.write(container, { type: 'buffer' }));
};

/** A sheet of Excel 5 by hand: texts as bytes in a code page, numbers. */
export const writeExcel5 = (codePage: number, rows: readonly (readonly (Buffer | number)[])[]): Buffer => {
  const begin = (kind: number) => record(0x0809, shorts(0x0500, kind, 0, 0));
  const name = Buffer.from('Sheet');
  const before = Buffer.concat([begin(0x05), record(0x42, shorts(codePage))]);
  const boundLength = 4 + 4 + 2 + 1 + name.length;
  const bound = (at: number) => {
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    return record(0x85, place, shorts(0), Buffer.from([name.length]), name);
  };
  const cells = rows.flatMap((row, i) =>
    row.map((cell, j) =>
      typeof cell === 'number'
        ? record(0x0203, shorts(i, j, 0), double(cell))
        : record(0x0204, shorts(i, j, 0, cell.length), cell),
    ),
  );
  const sheetAt = before.length + boundLength + end.length;
  return writeOle('Book', Buffer.concat([before, bound(sheetAt), end, begin(0x10), ...cells, end]));
};

/** An old Excel file that is locked with a password. */
export const writeLockedExcel = (): Buffer =>
  writeOle(
    'Workbook',
    Buffer.concat([
      record(0x0809, shorts(0x0600, 0x05, 0, 0, 0, 0, 0, 0)),
      record(0x2f, shorts(1, 1, 1), Buffer.alloc(48, 7)),
      end,
    ]),
  );
