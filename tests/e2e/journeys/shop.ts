import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../../src/shared/engine/random.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** What a shop of that country exports: its words, its signs, and dates that the file alone does not make clear. */
const countries = {
  en: { file: 'spring orders.csv', heads: 'Receipt,When,Client,E-mail,Paid', between: ',', decimal: '.', date: '/' },
  de: {
    file: 'Bestellungen Frühjahr.csv',
    heads: 'Belegnummer;Datum;Kundennummer;E-Mail;Betrag',
    between: ';',
    decimal: ',',
    date: '/',
  },
} as const;

/** Some who come every week, some who come a few times, some who came once and some who are long gone. */
export const writeSpring = (folder: string, country: keyof typeof countries): string => {
  const { file, heads, between, decimal, date } = countries[country];
  const random = createRandom(2025);
  const rows: string[] = [heads];
  for (let i = 0; i < 1_800; i += 1) {
    const kind = random();
    const client =
      kind < 0.5
        ? Math.floor(random() * 30)
        : kind < 0.8
          ? 30 + Math.floor(random() * 120)
          : 150 + Math.floor(random() * 250);
    const month = i === 0 ? 1 : client >= 300 ? 1 + Math.floor(random() * 4) : 1 + Math.floor(random() * 12);
    // The first is what the app asks about.
    const day = i === 0 ? 12 : 1 + Math.floor(random() * 12);
    const paid = (5 + random() * (client < 30 ? 90 : 25)).toFixed(2).replace('.', decimal);
    rows.push(
      [
        70_000 + i,
        `${two(day)}${date}${two(month)}${date}2025`,
        `K${1000 + client}`,
        `k${client}@example.com`,
        paid,
      ].join(between),
    );
  }
  const path = join(folder, file);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
