import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { failureOf, failureOfContents, openOne, readAll, temporaryFolder, writeFile } from './reading.ts';
import { writeZip } from './zip-writing.ts';

const writeDatabase = (sql: string, journal: 'delete' | 'wal' = 'delete', name = 'shop.db'): string => {
  const path = join(temporaryFolder(), name);
  const database = new Database(path);
  database.pragma(`journal_mode = ${journal}`);
  database.exec(sql);
  database.close();
  return path;
};

const readTables = async (path: string) => {
  const tables = await openTables(path, {});
  return Promise.all(tables.map(async (table) => ({ ...table, ...(await readAll(table)) })));
};

const sample =
  "CREATE TABLE orders(id INTEGER PRIMARY KEY, Total REAL, note, data BLOB); INSERT INTO orders VALUES (9007199254740993, 1.5, 'naïve', x'00ff'), (-9223372036854775808, 1e300, NULL, NULL);" +
  'CREATE TABLE vacant(a); CREATE VIEW big AS SELECT id, Total AS "Total " FROM orders WHERE Total > 2;' +
  'CREATE TABLE "odd ""name"(k PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO "odd ""name" VALUES (2, 3);' +
  'CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n ORDER BY i;';

const expected = [
  [
    'orders',
    ['id', 'Total', 'note', 'data'],
    [
      ['-9223372036854775808', '1e+300', '', ''],
      ['9007199254740993', '1.5', 'naïve', '00ff'],
    ],
  ],
  ['big', ['id', 'Total'], [['-9223372036854775808', '1e+300']]],
  ['odd "name', ['k', 'v'], [['2', '3']]],
];

describe('openSqliteFile', () => {
  it.each(['delete', 'wal'] as const)(
    'reads tables and views with rows, in %s mode, and leaves no trace',
    async (journal) => {
      const path = writeDatabase(sample, journal);
      const before = [readFileSync(path).toString('base64'), statSync(path).mtimeMs];
      const tables = await readTables(path);
      expect(tables.map(({ sheet, header, rows }) => [sheet, header, rows])).toEqual(expected);
      expect(tables[0]).toMatchObject({ headerRow: 1, delimiter: null, rowNumbers: [2, 3] });
      expect([readFileSync(path).toString('base64'), statSync(path).mtimeMs]).toEqual(before);
      expect(readdirSync(dirname(path))).toEqual(['shop.db']);
    },
  );

  it('reads one that is packed', async () => {
    const bytes = readFileSync(writeDatabase(sample, 'wal'));
    for (const path of [
      writeFile('shop.db.gz', gzipSync(bytes)),
      writeFile('shop.zip', writeZip([{ name: 'shop.db', text: bytes }])),
    ])
      expect((await readTables(path)).map(({ sheet, header, rows }) => [sheet, header, rows])).toEqual(expected);
  });

  it('says that another program has changes that are not in the file yet', async () => {
    const path = writeDatabase(sample, 'wal');
    const writer = new Database(path);
    writer.exec('INSERT INTO vacant VALUES (1)');
    try {
      expect(await failureOf(path)).toEqual({ code: 'fileLocked', details: { file: 'shop.db' } });
    } finally {
      writer.close();
    }
    expect((await readTables(path)).map(({ sheet }) => sheet)).toContain('vacant');
    const copy = join(temporaryFolder(), 'copy.db');
    copyFileSync(path, copy);
    copyFileSync(path, `${copy}-journal`);
    expect(await failureOf(copy)).toMatchObject({ code: 'fileLocked' });
  });

  it('says that a project is to be opened', async () => {
    const path = writeDatabase(`PRAGMA application_id = ${0x54455353}; ${sample}`, 'wal', 'shop.tessera');
    expect(await failureOf(path)).toEqual({ code: 'isProject', details: { file: 'shop.tessera' } });
  });

  it('says that a database is empty or damaged, wherever it was cut or altered', async () => {
    expect(await failureOf(writeDatabase('CREATE TABLE a(b)'))).toMatchObject({ code: 'fileEmpty' });
    expect(await failureOfContents('a.csv', Buffer.from('SQLite format 3\0\x10\0'))).toMatchObject({
      code: 'fileDamaged',
    });
    for (const journal of ['delete', 'wal'] as const) {
      const bytes = readFileSync(writeDatabase(sample, journal));
      for (const part of [100, 700, 5000, bytes.length - 3000])
        expect(await failureOfContents('a.db', bytes.subarray(0, part))).toMatchObject({ code: 'fileDamaged' });
      for (let at = 100; at < bytes.length; at += 211) {
        const altered = Buffer.from(bytes);
        altered.fill(0xa5, at, at + 8);
        try {
          await readTables(writeFile('a.db', altered));
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError' });
        }
      }
    }
  });

  it('gives back what was written', async () => {
    const value = fc.oneof(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => x !== 0),
      fc.string().filter((text) => !text.includes('\0')),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 }), async (rows) => {
        const path = join(temporaryFolder(), 'a.db');
        const database = new Database(path);
        database.exec('CREATE TABLE t(a, b)');
        for (const row of rows) database.prepare('INSERT INTO t VALUES (?, ?)').run(...row);
        database.close();
        const [table] = await readTables(path);
        expect(table!.rows).toEqual(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('is heard to cancel, and says how far it is', async () => {
    const path = writeDatabase(
      'CREATE TABLE t(a); INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000) SELECT i FROM n',
    );
    const table = await openOne(path);
    const stop = new AbortController();
    const fractions: number[] = [];
    const read = async () => {
      for await (const _ of table.rows({ signal: stop.signal, onProgress: (fraction) => fractions.push(fraction) }))
        if (fractions.length > 10) stop.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBeLessThan(1);
    expect((await readAll(table)).rows).toHaveLength(30_000);
  });
});
