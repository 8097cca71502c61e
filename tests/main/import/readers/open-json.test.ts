import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { failureOfContents, openOne, readAll, readContents, writeFile } from './reading.ts';

const tablesOf = async (contents: string | Uint8Array, name = 'a.json') => {
  const tables = await openTables(writeFile(name, contents), {});
  return Promise.all(
    tables.map(async (table) => ({ sheet: table.sheet, header: table.header, rows: (await readAll(table)).rows })),
  );
};

describe('openJson', () => {
  it('reads a list of objects: all keys, digits as written, nested keys with dots', async () => {
    const table = await readContents(
      'a.json',
      '[{"id": 12345678901234567890, "price": 1.50, "customer": {"email": "ann@example.com", "name": null}, "tags": ["a", 1.0, {"b": true}]},\n{"id": 2, "paid": false}]',
    );
    expect(table).toMatchObject({ sheet: null, headerRow: 1, delimiter: null, rowNumbers: [2, 3] });
    expect(table.header).toEqual(['id', 'price', 'customer.email', 'customer.name', 'tags', 'paid']);
    expect(table.rows).toEqual([
      ['12345678901234567890', '1.50', 'ann@example.com', '', '["a",1.0,{"b":true}]', ''],
      ['2', '', '', '', '', 'false'],
    ]);
  });

  it.each(['\n', '\r\n', '\n\n', '', ' '])('reads JSON Lines that are parted by %j', async (between) => {
    const lines = ['{"a":1,"items":["x"]}', '{"a":2,"b":"é"}', '{"b":"“"}'];
    expect(await tablesOf(lines.join(between), 'a.jsonl')).toEqual([
      {
        sheet: null,
        header: ['a', 'items', 'b'],
        rows: [
          ['1', '["x"]', ''],
          ['2', '', 'é'],
          ['', '', '“'],
        ],
      },
    ]);
  });

  it('makes a table of every list in an object, however deep, and leaves out what stands beside', async () => {
    expect(
      await tablesOf(
        '{"count":2,"orders":[{"id":1},{"id":2}],"data":{"customers":{"edges":[{"node":{"name":"Ann"}}]}},"ids":[1,2],"none":[]}',
      ),
    ).toEqual([
      { sheet: 'orders', header: ['id'], rows: [['1'], ['2']] },
      { sheet: 'data.customers.edges', header: ['node.name'], rows: [['Ann']] },
    ]);
  });

  it('gives lines a table of their own, with their order’s number, where orders have their totals', async () => {
    const order = (id: number, lines: string) =>
      `{"id":${id},"order_number":${1000 + id},"created_at":"2024-01-0${id}","customer":{"id":7,"email":"a@example.com"},"line_items":${lines},"total_price":"10.50"}`;
    expect(
      await tablesOf(
        `{"orders":[${order(1, '[{"id":11,"sku":"A","price":"5.25"},{"id":12,"sku":"B","quantity":1}]')},${order(2, '[]')},${order(3, '[{"sku":"C","tax_lines":[{"rate":0.2}]}]')}]}`,
      ),
    ).toEqual([
      {
        sheet: 'orders',
        header: ['id', 'order_number', 'created_at', 'customer.id', 'customer.email', 'total_price'],
        rows: [1, 2, 3].map((id) => [`${id}`, `${1000 + id}`, `2024-01-0${id}`, '7', 'a@example.com', '10.50']),
      },
      {
        sheet: 'orders.line_items',
        header: ['order.id', 'order.order_number', 'order.customer.id', 'id', 'sku', 'price', 'quantity', 'tax_lines'],
        rows: [
          ['1', '1001', '7', '11', 'A', '5.25', '', ''],
          ['1', '1001', '7', '12', 'B', '', '1', ''],
          ['3', '1003', '7', '', 'C', '', '', '[{"rate":0.2}]'],
        ],
      },
    ]);
  });

  it('joins lines with their order where the order says nothing of money', async () => {
    expect(
      await tablesOf(
        '[{"nr":1,"date":"2024-01-01","items":[{"sku":"A","price":1},{"sku":"B","price":2}]},{"nr":2,"date":"2024-01-02","items":[]}]',
      ),
    ).toEqual([
      {
        sheet: null,
        header: ['nr', 'date', 'items.sku', 'items.price'],
        rows: [
          ['1', '2024-01-01', 'A', '1'],
          ['1', '2024-01-01', 'B', '2'],
          ['2', '2024-01-02'],
        ],
      },
    ]);
  });

  it('tells lines whose they are by row where nothing else does', async () => {
    expect((await tablesOf('[{"total":1,"parts":[{"x":1}]},{"total":2,"parts":[{"x":2},3]}]'))[1]).toEqual({
      sheet: 'parts',
      header: ['record.row', 'x', 'value'],
      rows: [
        ['2', '1', ''],
        ['3', '2', ''],
        ['3', '', '3'],
      ],
    });
  });

  it.each(['utf-16le', 'latin1', 'utf8'] as const)('reads %s', async (encoding) => {
    const text = '[{"Größe":"é","n":1}]';
    const contents = encoding === 'utf-16le' ? Buffer.from(`\uFEFF${text}`, encoding) : Buffer.from(text, encoding);
    expect(await tablesOf(contents)).toEqual([{ sheet: null, header: ['Größe', 'n'], rows: [['é', '1']] }]);
  });

  it('gives back what was written', async () => {
    const key = fc.stringMatching(/^[a-z]{1,4}$/);
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const records = fc.array(fc.dictionary(key, value, { minKeys: 1, noNullPrototype: true }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(records, fc.boolean(), async (given, isLines) => {
        const contents = isLines ? given.map((record) => JSON.stringify(record)).join('\n') : JSON.stringify(given);
        const [table] = await tablesOf(contents);
        const keys = [...new Set(given.flatMap((record) => Object.keys(record)))];
        expect(table!.header).toEqual(keys);
        const written = (cell: unknown) =>
          cell === undefined || cell === null ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell);
        expect(table!.rows).toEqual(
          given.map((record) => keys.map((name) => written(JSON.parse(JSON.stringify(record))[name]))),
        );
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('reads many records piece by piece, hears that it is cancelled, and takes one large value', async () => {
    const record = (id: number) => `{"id":${id},"text":"${'x'.repeat(50)}"}`;
    const table = await openOne(
      writeFile('a.json', `[${Array.from({ length: 30_000 }, (_, id) => record(id)).join(',')}]`),
    );
    const stop = new AbortController();
    const read = async () => {
      for await (const _ of table.rows({ signal: stop.signal })) stop.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readAll(table)).rows.at(-1)![0]).toBe('29999');
    const large = 'x'.repeat(10_000_000);
    expect((await tablesOf(`[{"a":"${large}"}]`))[0]!.rows).toEqual([[large]]);
  });

  it.each([
    ['[{"a":1},]', 'it is not written as JSON must be'],
    ['[{"a":1} {"a":2}]', 'it is not written as JSON must be'],
    ['[{"a":1}}', 'it is not written as JSON must be'],
    ['{"a":1}\n{"a":}', 'it is not written as JSON must be'],
    ['[{"a":NaN}]', 'it is not written as JSON must be'],
    ['{"a" 1}', 'it is not written as JSON must be'],
    [`{"a":${'['.repeat(100_000)}`, 'it is not written as JSON must be'],
    ['[{"a":1}', 'it ends too early'],
    ['[{"a":"x', 'it ends too early'],
    ['{"a":1}\n{"a":tr', 'it ends too early'],
  ])('says what is wrong with %.30s', async (contents, reason) => {
    expect(await failureOfContents('a.json', contents)).toMatchObject({ code: 'fileDamaged', details: { reason } });
  });

  it.each(['[]', '{}', '{"orders":[]}', '[{}]'])('says that %s is empty', async (contents) => {
    expect(await failureOfContents('a.json', contents)).toMatchObject({ code: 'fileEmpty' });
  });

  it.each(['[1,2]', '[[1,2]]', '"text"', '3'])('says that %s holds no records', async (contents) => {
    expect(await failureOfContents('a.json', contents)).toMatchObject({
      code: 'fileUnreadable',
      details: { reason: 'it holds no list of records' },
    });
  });

  it('refuses objects whose keys are data', async () => {
    const keys = Array.from({ length: 3000 }, (_, i) => `"k${i}":1`).join(',');
    expect(await failureOfContents('a.json', `[{${keys}}]`)).toMatchObject({ code: 'fileTooWide' });
    expect(await failureOfContents('a.json', `[{"a":{${keys}}}]`)).toMatchObject({ code: 'fileTooWide' });
  });
});
