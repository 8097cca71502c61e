import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../../../src/main/services/report/pdf/write-pdf.ts';
import { writePptx } from '../../../../src/main/services/report/pptx/write-pptx.ts';
import { zipOf } from '../../../../src/main/services/report/pptx/zip.ts';
import { writeWorkbook } from '../../../../src/main/services/report/xlsx/write-workbook.ts';
import { AppError } from '../../../../src/shared/errors.ts';
import { templateOf } from '../../../../src/shared/model/report.ts';
import type { ComposedReport } from '../../../../src/shared/report/blocks.ts';
import { compose, reportInput, shopKinds, told } from '../../../shared/report/report-fixture.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
const assets = join(import.meta.dirname, '../../../../assets');
const options = { assets, breathe: async () => {} };
const writers = { pdf: writePdf, xlsx: writeWorkbook, pptx: writePptx };
type Ending = keyof typeof writers;

const write = async (ending: Ending, report: ComposedReport, name = 'report'): Promise<Buffer> => {
  const path = join(folder, `${name}.${ending}`);
  await writers[ending](report, path, options);
  return readFileSync(path);
};

const small = shopKinds.map((kind) => ({ ...kind, size: 40 }));
const input = reportInput(small);
const plain = compose(input, templateOf('analyst'));
const secret = { name: 'Zuleika Quixotry', email: 'zq@secret.example', key: 'K-77001' };
const withSecret = {
  ...input,
  customers: {
    order: 'bySpend' as const,
    most: null,
    lists: input.segmentation.segments.map(({ id }) => ({
      segmentId: id,
      customers: [{ ...secret, values: [3, 4, 1200] }],
    })),
  },
};

interface PdfPage {
  readonly texts: readonly string[];
  readonly size: readonly number[];
}
const pagesOf = async (file: Buffer): Promise<PdfPage[]> => {
  const { promise, destroy } = ((task) => ({ promise: task.promise, destroy: () => task.destroy() }))(
    getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }),
  );
  const document = await promise;
  const pages: PdfPage[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
    pages.push({ texts, size: page.view });
  }
  await destroy();
  return pages;
};

/** Entries of a ZIP file by name, inflated. */
const unzip = (file: Buffer): Map<string, Buffer> => {
  const entries = new Map<string, Buffer>();
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(from, from + packed);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, file.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : Buffer.from(data));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
};

/** Every stream of a PDF, inflated where it is deflated. */
const streamsOf = (file: Buffer): string => {
  const text = file.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: { length } }) => {
      try {
        return inflateSync(file.subarray(index + length)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
};

let pdf: Buffer;
let pages: PdfPage[];
beforeAll(async () => {
  pdf = await write('pdf', plain);
  pages = await pagesOf(pdf);
});

describe.each(['pdf', 'xlsx', 'pptx'] as const)('a report as %s', (ending) => {
  it('is the same bytes for the same report', async () => {
    const first = await write(ending, plain, 'first');
    expect((await write(ending, plain, 'second')).equals(first)).toBe(true);
  });

  it('stops where somebody cancels', async () => {
    let calls = 0;
    const breathe = async () => {
      calls += 1;
      if (calls === 5) throw new AppError('cancelled');
    };
    await expect(writers[ending](plain, join(folder, `no.${ending}`), { assets, breathe })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('names customers only where somebody ticked it', async () => {
    const everywhere = async (report: ComposedReport): Promise<string> => {
      const file = await write(ending, report, 'named');
      if (ending !== 'pdf')
        return [...unzip(file)].map(([name, data]) => `${name} ${data.toString('utf8')}`).join('\n');
      const texts = (await pagesOf(file)).map(({ texts }) => texts.join('')).join('\n');
      return `${texts}\n${file.toString('latin1')}\n${streamsOf(file)}`;
    };
    const unticked = await everywhere(compose(withSecret, templateOf('analyst')));
    for (const text of Object.values(secret)) expect(unticked.includes(text), text).toBe(false);
    const ticked = await everywhere(compose(withSecret));
    for (const text of Object.values(secret)) expect(ticked.includes(text), text).toBe(true);
  });

  it('is written of one segment, of thirty with long names, and of no card at all', async () => {
    const long = 'A name that goes on and on, as names of segments do when people have much to say about them'.slice(
      0,
      80,
    );
    const thirty = Array.from({ length: 30 }, (_, i) => ({ ...small[0]!, size: 5, name: `${i} ${long}` }));
    for (const report of [
      compose(reportInput(small.slice(0, 1)), templateOf('analyst')),
      compose(reportInput(thirty), templateOf('analyst')),
      compose(input, { paper: 'letter', cards: [] }),
    ])
      expect((await write(ending, report, 'edge')).length).toBeGreaterThan(1_000);
  });
});

describe('the PDF', () => {
  it('has its text as text, its fonts inside, tags, a language and a title', () => {
    const text = pages.map(({ texts }) => texts.join(' ')).join('\n');
    for (const { name, why } of shopKinds) {
      expect(text).toContain(name);
      expect(text.replace(/\s+/g, ' ')).toContain(why.slice(0, 40));
    }
    const raw = pdf.toString('latin1');
    expect(raw).toMatch(/\/FontFile2/);
    expect(raw).toContain('Inter-Regular');
    expect(raw).not.toMatch(/Helvetica|Times-Roman/);
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toContain('/DisplayDocTitle true');
  });

  it('numbers its pages, in the size that was asked for', async () => {
    pages.forEach(({ texts }, i) => {
      expect(texts.join('').replace(/\s/g, '')).toContain(`${i + 1}/${pages.length}`);
    });
    expect(pages[0]!.size.slice(2).map(Math.round)).toEqual([595, 842]);
    const letter = await write('pdf', compose(input, { ...templateOf('owner'), paper: 'letter' }), 'letter');
    expect((await pagesOf(letter))[0]!.size.slice(2)).toEqual([612, 792]);
  });

  it('gives every segment a page of its own', () => {
    const alone = pages.filter(({ texts }) => texts.includes('Who they are'));
    expect(alone).toHaveLength(shopKinds.length);
    for (const { texts } of alone) expect(texts.filter((text) => text === 'Who they are')).toHaveLength(1);
  });

  it('repeats the head of a table on every page, and leaves no heading alone at the foot', async () => {
    const many = input.segmentation.segments.map(({ id }) => ({
      segmentId: id,
      customers: Array.from({ length: 150 }, (_, i) => ({ key: `K${i}`, name: null, email: null, values: [i, 2, 3] })),
    }));
    const report = compose({ ...input, customers: { order: 'byFile', most: null, lists: many } });
    const listed = (await pagesOf(await write('pdf', report, 'long'))).filter(({ texts }) =>
      texts.some((text) => /^K\d+$/.test(text)),
    );
    expect(listed.length).toBeGreaterThan(5);
    for (const { texts } of listed) expect(texts).toContain('Customer');
    const headings = new Set(shopKinds.map(({ name }) => name));
    // Last of all on a page stand its foot and number; what stands before them is no heading.
    for (const { texts } of listed) expect(headings.has(texts.at(-3)!)).toBe(false);
  });

  it('keeps the first letter of a sentence that is broken behind its label', async () => {
    const paper = compose(input, templateOf('owner'));
    const long = `Often ${'found again '.repeat(16)}`.trim();
    const sections = paper.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              rows: block.rows.map((row) => ({
                ...row,
                words: [{ kind: 'paragraph' as const, text: long, label: 'Repeatable' }],
              })),
            }
          : block,
      ),
    }));
    const texts = (await pagesOf(await write('pdf', { ...paper, sections }, 'labels'))).flatMap((page) => page.texts);
    expect(texts.filter((text) => text.startsWith('Often found again')).length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.startsWith('ften'))).toEqual([]);
  });

  it('writes umlauts and signs of money, and says which letters it cannot', async () => {
    const said = (text: string) => {
      const { segmentation } = input;
      const segments = segmentation.segments.map((one, i) => (i === 0 ? { ...one, why: told(text) } : one));
      return compose({ ...input, segmentation: { ...segmentation, segments } }, templateOf('owner'));
    };
    const text = async (report: ComposedReport) =>
      (await pagesOf(await write('pdf', report, 'letters'))).map(({ texts }) => texts.join(' ')).join(' ');
    const ours = await text(said('Müßiggänger geben 3 € aus, ₹ 40 und £ 5: Ελλάδα, Київ.'));
    expect(ours).toContain('Müßiggänger geben 3 € aus, ₹ 40 und £ 5: Ελλάδα, Київ.');
    expect(ours).not.toContain('cannot be written');
    const theirs = await text(said('常連客 and לקוחות'));
    expect(theirs).toContain('▢▢▢');
    expect(theirs.replace(/\s+/g, ' ')).toMatch(
      /8 letters \(Chinese or Japanese and Hebrew\) cannot be written in this PDF/,
    );
  });
});

describe('the workbook', () => {
  it('has a sheet for every table, with numbers as numbers and text as text', async () => {
    const formula = '=HYPERLINK("x")';
    const kinds = small.map((kind, i) => (i === 0 ? { ...kind, name: formula } : kind));
    await write('xlsx', compose(reportInput(kinds), templateOf('analyst')), 'book');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'book.xlsx'));
    const names = book.worksheets.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Report', 'Segments', 'Customers and revenue']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const sheet = book.getWorksheet('Segments')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getRow(1).values).toContain('Share of customers');
    const rows = [2, 3, 4, 5, 6].map((at) => sheet.getRow(at));
    expect(rows.map((row) => row.getCell(2).value)).toEqual([40, 40, 40, 40, 40]);
    expect(rows[0]!.getCell(3)).toMatchObject({ value: 0.2, numFmt: '0.0%' });
    const named = rows.map((row) => row.getCell(1)).find(({ value }) => value === formula)!;
    expect(named.type).toBe(ExcelJS.ValueType.String);
    expect(named.formula).toBeUndefined();
  });
});

describe('the slides', () => {
  it('are a package whose parts are there and whose XML is well formed, a slide or more a card', async () => {
    const file = await write('pptx', plain, 'slides');
    const parts = unzip(file);
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeGreaterThanOrEqual(plain.sections.length);
    const types = parts.get('[Content_Types].xml')!.toString();
    for (const name of slides) expect(types).toContain(`PartName="/${name}"`);
    for (const [name, data] of parts) {
      const open: string[] = [];
      for (const [, close, tag, rest] of data.toString('utf8').matchAll(/<(\/?)([\w:]+)((?:[^>"]|"[^"]*")*)>/g)) {
        if (close === '/') expect(open.pop(), name).toBe(tag);
        else if (!rest!.endsWith('/')) open.push(tag!);
      }
      expect(open, name).toEqual([]);
    }
    const all = slides.map((name) => parts.get(name)!.toString('utf8')).join('');
    expect(all).toContain('<a:tbl>');
    expect(all).toContain('Who they are');
    expect(all).toMatch(/descr="[^"]*4,?|descr="[^"]*dots, coloured by segment/);
    const ids = [
      ...parts
        .get(slides[0]!)!
        .toString()
        .matchAll(/<p:cNvPr id="(\d+)"/g),
    ].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are zipped without a clock', () => {
    const zip = zipOf([{ name: 'a.txt', data: Buffer.from('a'.repeat(100)) }]);
    expect(unzip(zip).get('a.txt')!.toString()).toBe('a'.repeat(100));
    expect(zip.readUInt32LE(10)).toBe(0x0021_0000);
    expect(statSync(join(assets, 'fonts/OFL.txt')).size).toBeGreaterThan(1_000);
  });
});
