import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const assets = join(import.meta.dirname, '../../../../assets');

/** The sample shop's order lines: the header and the lines as written, each with its day. */
const sampleLines = (): { header: string; lines: { day: string; text: string }[] } => {
  const [header, ...rows] = gunzipSync(readFileSync(join(assets, 'sample-shop.csv.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return { header: header!, lines: rows.map((text) => ({ day: text.split(',')[1]!.slice(0, 10), text })) };
};

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The sample shop in files of so many, of equal stretches of time; each reaches back into the one before it by
 * `overlapDays`, as an export of “the last month and a bit” does.
 */
export const writeMonths = (folder: string, months: number, overlapDays: number): string[] => {
  const { header, lines } = sampleLines();
  const days = [...new Set(lines.map(({ day }) => day))].sort();
  const first = Date.parse(`${days[0]}T00:00:00Z`);
  const length = (Date.parse(`${days.at(-1)}T00:00:00Z`) - first) / 86_400_000 + 1;
  const begins = (n: number) => shifted(days[0]!, Math.round((n * length) / months));
  return Array.from({ length: months }, (_, n) => {
    const from = n === 0 ? days[0]! : shifted(begins(n), -overlapDays);
    const to = begins(n + 1);
    const own = lines.filter(({ day }) => day >= from && day < to).map(({ text }) => text);
    const path = join(folder, `orders ${from} to ${shifted(to, -1)}.csv`);
    writeFileSync(path, `${[header, ...own].join('\n')}\n`);
    return path;
  });
};

export const sampleCustomers = join(assets, 'sample-customers.csv');
export const sampleOrders = join(assets, 'sample-shop.csv.gz');
