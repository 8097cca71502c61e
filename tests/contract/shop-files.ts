import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/shared/engine/random.ts';

/** Order lines of a small shop in plain CSV; every customer has orders. The same for the same numbers. */
export const writeOrders = (
  folder: string,
  { lines, customers }: { lines: number; customers: number },
  name = 'orders.csv',
): string => {
  const random = createRandom(lines);
  const rows = ['Invoice,Customer,Date,Quantity,Price'];
  for (let i = 0; i < lines; i++) {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10);
    rows.push(
      `I${100_000 + i},C${1000 + (i % customers)},${day},${1 + Math.floor(random() * 9)},${(1 + random() * 90).toFixed(2)}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};

/** Who the customers of `writeOrders` are; each of the first `twice` has a second number further down. */
export const writeContacts = (
  folder: string,
  { customers, twice }: { customers: number; twice: number },
  name = 'contacts.csv',
): string => {
  const random = createRandom(customers);
  const firsts = ['Anna', 'Peter', 'Maria', 'Thomas', 'Julia', 'Michael', 'Sarah', 'Stefan', 'Laura', 'Daniel'];
  const lasts = ['Berger', 'Wimmer', 'Schmidt', 'Hoffmann', 'Novak', 'Keller', 'Brandt', 'Lorenz', 'Vogel', 'Huber'];
  const rows = ['Customer,First name,Last name,E-mail,Phone,Points'];
  const people: string[] = [];
  for (let i = 0; i < customers; i += 1) {
    const isSecond = i >= customers - twice;
    const [first, last] = [firsts[i % 10]!, lasts[Math.floor(i / 10) % 10]!];
    const mail = `${first}.${last}${Math.floor(random() * 10_000)}@example.com`.toLowerCase();
    const made = `${first},${last},${mail},0${1_510_000_000 + Math.floor(random() * 1e8)}`;
    const person = isSecond ? people[i - (customers - twice)]! : made;
    people.push(person);
    rows.push(`C${1000 + i},${person},${Math.floor(random() * 900)}`);
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
