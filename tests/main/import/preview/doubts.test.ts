import { describe, expect, it } from 'vitest';
import { futureDoubts } from '../../../../src/main/import/preview/future-doubts.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { doubtsIn, notesIn, planOf, previewFile, readAll, rolesIn, writeText } from '../import-text.ts';

const folder = temporaryFolder();
const two = (n: number) => String(n).padStart(2, '0');
const day = (i: number) => `2025-${two((i % 12) + 1)}-${two((i % 28) + 1)}`;
const rows = (row: (i: number) => readonly (string | number)[], count = 200) =>
  Array.from({ length: count }, (_, i) => row(i).join(','));
const write = (name: string, header: string, lines: readonly string[]) => writeText(folder, name, [header, ...lines]);

describe('a date far ahead', () => {
  it('is asked about, as it makes everybody look long gone', async () => {
    const lines = rows((i) => [`K${i % 40}`, i, i === 7 ? '2999-12-31' : day(i), `${i + 1}.50`]);
    const sheet = await previewFile(write('future.csv', 'Customer ID,Order,Date,Total', lines));
    expect(sheet.confident).toBe(false);
    expect(doubtsIn(sheet)).toEqual([expect.stringMatching(/^The last date is 31 Dec 2999, long after today\./)]);
  });

  it('is one of more than a year after today, or after the file was written', () => {
    const now = Date.UTC(2026, 0, 1);
    const of = (lastDay: string | null, modifiedMs = 0, isMapped = false) =>
      futureDoubts({ lastDay }, { survey: { table: { modifiedMs } }, isMapped } as never, now).length;
    expect(of('2025-12-31')).toBe(0);
    expect(of('2026-12-30')).toBe(0);
    expect(of('2027-02-01')).toBe(1);
    expect(of('2027-02-01', Date.UTC(2027, 0, 1))).toBe(0);
    // Who said which column it is does not want to be asked again.
    expect(of('2027-02-01', 0, true)).toBe(0);
    expect(of(null)).toBe(0);
  });
});

describe('money in several currencies', () => {
  const lines = (code: (i: number) => string) => rows((i) => [`K${i % 40}`, i, day(i), `${i + 1}.50`, code(i)]);

  it('is asked about', async () => {
    const path = write(
      'mixed.csv',
      'Customer ID,Order,Date,Total,Currency',
      lines((i) => (i % 9 ? 'EUR' : 'usd')),
    );
    expect(doubtsIn(await previewFile(path))).toEqual([
      'The money is in several currencies (EUR, USD in “Currency”) and would be added up as it stands. Better open a file of one currency.',
    ]);
  });

  it('is not where one currency is written in two ways or missing here and there', async () => {
    const path = write(
      'same.csv',
      'Customer ID,Order,Date,Total,Currency',
      lines((i) => ['EUR', 'eur', ''][i % 3]!),
    );
    expect((await previewFile(path)).confident).toBe(true);
  });
});

describe('one customer alone', () => {
  it('is recognised, and said to be nobody to tell apart', async () => {
    const path = write(
      'one.csv',
      'Customer ID,Order,Date,Total',
      rows((i) => ['K1', i, day(i), `${i + 1}.50`]),
    );
    const sheet = await previewFile(path);
    expect(rolesIn(sheet)).toMatchObject({ customer: 'Customer ID' });
    expect(doubtsIn(sheet)).toEqual([
      '“Customer ID” names one customer only (K1), so there is nobody to tell apart. Open a file with the orders of all customers, or choose another column.',
    ]);
    expect((await readAll(sheet)).customer[0]).toBe('K1');
  });
});

describe('orders without a customer number', () => {
  it('are told apart by e-mail, which a note says', async () => {
    const path = write(
      'mail.csv',
      'Order,Date,Email,Total',
      rows((i) => [i, day(i), `a${i % 40}@x.org`, `${i + 1}.50`]),
    );
    const sheet = await previewFile(path);
    expect(rolesIn(sheet)).toMatchObject({ customer: 'Email' });
    expect(sheet.confident).toBe(true);
    expect(notesIn(sheet)).toContain('Customers are told apart by the e-mail address in “Email”.');
  });

  it('are told apart by phone where there is no e-mail', async () => {
    const lines = rows((i) => [i, day(i), `+49 30 ${100_000 + (i % 40)}`, `Ann ${i % 30}`, `${i + 1}.50`]);
    const sheet = await previewFile(write('phone.csv', 'Order,Date,Phone,Name,Total', lines));
    expect(rolesIn(sheet)).toMatchObject({ customer: 'Phone', name: 'Name' });
    expect(sheet).toMatchObject({ confident: true, totals: { customers: 40 } });
    expect(notesIn(sheet)).toContain('Customers are told apart by the phone number in “Phone”.');
  });

  it('and without any other way say what to export instead', async () => {
    const plan = await planOf(
      ['Date', 'Item', 'Qty', 'Price'],
      Array.from({ length: 200 }, (_, i) => [day(i), 'Mug', '1', `${i + 1}.50`]),
    );
    expect(doubtsIn(plan)).toEqual([
      'No column seems to say who bought.',
      'Export the orders again with a customer number, an e-mail address or a phone number in them.',
    ]);
  });
});
