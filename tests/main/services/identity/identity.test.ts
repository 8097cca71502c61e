import { afterEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../../../src/main/store/project-file.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { closeShop, importedShop, type QualityShop, reopened, writeCsv } from '../quality/quality-shop.ts';
import { createTestJob } from '../test-shop.ts';
import { identityHelpers } from './identity-helpers.ts';
import { type MessyShop, writeChannels, writeMessyShop } from './identity-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

const { find, mergeSure, decide, overview, queue, allGroups, undo, redo, content, customersByKey, judge } =
  identityHelpers(() => shop);

const messyShop = async (options: Parameters<typeof writeMessyShop>[1] = {}): Promise<MessyShop> => {
  const folder = temporaryFolder();
  const made = writeMessyShop(folder, options);
  shop = await importedShop(folder, made.files);
  return made;
};

describe('customers that stand several times', () => {
  it('are found, and put together by one click that one undo takes back to the last byte', async () => {
    const made = await messyShop({ count: 1_200 });
    const before = content();
    const totals = (await shop.totals()) as { customers: number; orders: number; revenue: number; orderLines: number };
    expect((await overview()).search).toBeNull();
    await find();
    const found = await overview();
    expect(found.search).toMatchObject({ records: 1_200 });
    expect(found.search!.fields).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      'street',
      'postalCode',
      'city',
      'birthDate',
    ]);
    expect(found).toMatchObject({ canSearch: true, isStale: false, merged: 0 });
    expect(found.sure).toBeGreaterThan(150);
    expect(found.doubtful).toBeGreaterThan(3);
    // Nobody is put together by looking.
    expect(await shop.totals()).toEqual(totals);

    const { moved, project } = await mergeSure();
    expect(moved).toBe(found.sureFewer);
    const after = (await shop.totals()) as typeof totals;
    expect(after.customers).toBe(totals.customers - found.sureFewer);
    // Orders are what one number bought; none is lost and none counted twice.
    expect(after).toEqual({ ...totals, customers: after.customers });
    const { precision, recall, together } = judge(made);
    expect(together).toBeGreaterThan(200);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.85);
    expect(project.undo?.key).toBe('journal.identity.sure');
    expect(await overview()).toMatchObject({ sure: 0, merged: found.sure });

    const merged = content();
    await undo();
    expect(content()).toEqual(before);
    expect(await shop.totals()).toEqual(totals);
    expect(await overview()).toEqual(found);
    shop = await reopened(shop);
    await redo();
    expect(content()).toEqual(merged);
    expect(await shop.totals()).toEqual(after);
    shop = await reopened(shop);
    await undo();
    expect(content()).toEqual(before);
  });
});

describe('one customer in the web shop and at the till', () => {
  it('is found by what both know of it, and stands on one line afterwards', async () => {
    const folder = temporaryFolder();
    const made = writeChannels(folder);
    shop = await importedShop(folder, made.files);
    const before = (await shop.totals()) as { customers: number; orders: number; revenue: number };
    expect(before.customers).toBe(made.personOf.size);
    await find();
    const found = await overview();
    expect(found.search!.fields).toEqual([
      'firstName',
      'lastName',
      'fullName',
      'email',
      'phone',
      'street',
      'postalCode',
      'city',
      'birthDate',
    ]);
    const { moved } = await mergeSure();
    expect(moved).toBeGreaterThan(60);
    const { customers, ...after } = (await shop.totals()) as typeof before;
    expect(customers).toBe(before.customers - moved);
    expect(after).toMatchObject({ orders: before.orders, revenue: before.revenue });
    const db = openForReading(shop.path);
    const customerOf = new Map(
      db
        .prepareRaw<[string, number]>(
          `SELECT k.key, coalesce(m.customer_id, k.customer_id) FROM customer_key k
           LEFT JOIN customer_merge m ON m.identity_id = k.customer_id`,
        )
        .all(),
    );
    const channels = db
      .prepareRaw<[number]>(
        'SELECT count(*) FROM (SELECT _customer FROM source_1 INTERSECT SELECT _customer FROM source_3)',
      )
      .get()![0];
    db.close();
    expect(channels).toBeGreaterThan(40);
    const { precision, recall } = judge(made, customerOf);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.6);
  });
});

describe('customers without names', () => {
  const people = (rows: readonly string[][]) => [
    ['Customer No', 'E-mail', 'Phone', 'Points'],
    ...rows.map((row, i) => [...row, 10 + i]),
  ];
  const others = Array.from({ length: 60 }, (_, i) => [
    `K${i}`,
    `somebody${i * 37}@example.com`,
    `0151 ${5_550_000 + i * 91}`,
  ]);

  it('are the same where their mailbox is, a question where only their phone is, and a shop’s own mailbox says nothing', async () => {
    const folder = temporaryFolder();
    const shops = Array.from({ length: 9 }, (_, i) => [`S${i}`, 'till@shop.example', '']);
    shop = await importedShop(
      folder,
      [
        writeCsv(
          folder,
          'people.csv',
          people([
            ...others,
            ...shops,
            ['A1', 'Anna.Berger+news@gmail.com', ''],
            ['A2', 'annaberger@gmail.com', '030 445566'],
            ['B1', '', '030 998877'],
            ['B2', '', '+49 30 998877'],
          ]),
        ),
      ],
      { kind: 'customers' },
    );
    await find();
    const groups = await allGroups();
    expect(groups.map(({ records }) => records.map(({ key }) => key))).toEqual([['A1', 'A2']]);
    expect(groups[0]!.pairs[0]!.remark?.key).toBe('identity.exact');
    expect((await queue()).map(({ a, b }) => [a.key, b.key])).toEqual([['B1', 'B2']]);
    expect((await mergeSure()).moved).toBe(1);
  });
});

describe('what a person decides', () => {
  it('is done at once, undone at once, and never asked again', async () => {
    await messyShop();
    await find();
    await mergeSure();
    const [first, second, third] = await queue();
    const count = (await overview()).doubtful;
    const before = content();
    await decide(first!.a.id, first!.b.id, 'same');
    expect((await overview()).doubtful).toBeLessThan(count);
    const customers = customersByKey();
    expect(customers.get(first!.a.key!)).toBe(customers.get(first!.b.key!));
    await undo();
    expect(content()).toEqual(before);
    expect((await queue())[0]).toEqual(first);
    await redo();

    await decide(second!.a.id, second!.b.id, 'different');
    expect((await queue()).map(({ id }) => id)).not.toContain(second!.id);
    expect(customersByKey()).toEqual(customers);
    const told = (await shop.reader.journal.list(undefined)).map(({ what }) => what.key);
    expect(told.slice(0, 2)).toEqual(['journal.identity.different', 'journal.identity.same']);

    shop = await reopened(shop);
    await find();
    const asked = (await queue()).map(({ id }) => id);
    expect(asked).not.toContain(first!.id);
    expect(asked).not.toContain(second!.id);
    expect(asked).toContain(third!.id);
    expect(await overview()).toMatchObject({ sure: 0 });
    await undo();
    expect((await queue()).map(({ id }) => id)).toContain(second!.id);
  });

  it('keeps a sure pair apart when all others are put together', async () => {
    await messyShop();
    await find();
    const [pair] = (await allGroups()).find(({ records }) => records.length === 2)!.pairs;
    const { sure } = await overview();
    await decide(pair!.a.id, pair!.b.id, 'different');
    expect((await overview()).sure).toBe(sure - 1);
    await mergeSure();
    const customers = customersByKey();
    expect(customers.get(pair!.a.key!)).not.toBe(customers.get(pair!.b.key!));
    // Who was kept apart may still be put together by the same person.
    await decide(pair!.a.id, pair!.b.id, 'same');
    expect(customersByKey().get(pair!.a.key!)).toBe(customersByKey().get(pair!.b.key!));
    await expect(decide(pair!.a.id, pair!.b.id, 'different')).rejects.toMatchObject({ code: 'badInput' });
    await expect(decide(pair!.a.id, 999_999, 'same')).rejects.toMatchObject({ code: 'notFound' });
    await expect(decide(pair!.a.id, pair!.a.id, 'same')).rejects.toMatchObject({ code: 'badInput' });
  });

  it('says why, for and against, in words', async () => {
    await messyShop();
    await find();
    for (const { evidence, probability, a, b } of await queue()) {
      expect(evidence.at(-1)!.about).toBe('prior');
      const bits = evidence.reduce((sum, one) => sum + one.bits, 0);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 9);
      for (const one of evidence) expect(say(one.message)).not.toBe(one.message.key);
      expect(a.id).toBeLessThan(b.id);
      expect(Object.keys(a.fields).length).toBeGreaterThan(1);
      expect(a.sources).toEqual(['customers', 'orders']);
    }
  });
});

describe('a customer that is split again', () => {
  const splitOf = (customerId: number, identityId?: number) =>
    shop.writer.identity.split({ customerId, ...(identityId === undefined ? {} : { identityId }) }, createTestJob());
  const three = async () => {
    const { customers } = await shop.reader.identity.merged({ offset: 0, limit: 200 });
    return customers.find(({ records }) => records.length === 3)!;
  };

  it('gives back what was of each, whoever leaves, and stays apart', async () => {
    await messyShop();
    const before = customersByKey();
    await find();
    await mergeSure();
    const whole = content();
    const { customerId, records } = await three();
    const keys = records.map(({ key }) => key!);
    expect(records[0]!.id).toBe(customerId);

    await splitOf(customerId, records[1]!.id);
    expect(keys.map((key) => customersByKey().get(key))).toEqual([customerId, before.get(keys[1]!), customerId]);
    await undo();
    expect(content()).toEqual(whole);

    // The one whose number the customer has leaves: the others stay together under another.
    await splitOf(customerId, customerId);
    expect(keys.map((key) => customersByKey().get(key))).toEqual([customerId, records[1]!.id, records[1]!.id]);
    await undo();
    expect(content()).toEqual(whole);

    await splitOf(customerId);
    expect(keys.map((key) => customersByKey().get(key))).toEqual(keys.map((key) => before.get(key)));
    const apart = content();
    shop = await reopened(shop);
    await undo();
    expect(content()).toEqual(whole);
    await redo();
    expect(content()).toEqual(apart);
    await find();
    const mine = new Set(records.map(({ id }) => id));
    const proposed = [...(await allGroups()).flatMap(({ pairs }) => pairs), ...(await queue())];
    expect(proposed.filter(({ a, b }) => mine.has(a.id) && mine.has(b.id))).toEqual([]);
    await expect(splitOf(customerId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('leads back to the beginning from any sequence of changes', { timeout: 30_000 }, async () => {
    await messyShop({ count: 120, seed: 9 });
    await find();
    const start = content();
    const random = createRandom(3);
    const states = [start];
    for (let step = 0; step < 40; step += 1) {
      const merged = (await shop.reader.identity.merged({ offset: 0, limit: 200 })).customers;
      const before = states.length;
      const some = merged[Math.floor(random() * merged.length)];
      const way = random();
      if (way < 0.45) {
        // Any two, so that chains of customers come about.
        const [a, b] = [1 + Math.floor(random() * 120), 1 + Math.floor(random() * 120)];
        if (a === b) continue;
        const { moved } = await decide(a, b, 'same');
        if (moved > 0) states.push(content());
      } else if (way < 0.65 && some) {
        const leaving = some.records[Math.floor(random() * some.records.length)]!;
        await splitOf(some.customerId, random() < 0.3 ? undefined : leaving.id);
        states.push(content());
      } else if (way < 0.7) {
        if ((await mergeSure()).moved > 0) states.push(content());
      } else if (states.length > 1) {
        await undo();
        states.pop();
        expect(content()).toEqual(states.at(-1));
        if (random() < 0.5) {
          await redo();
          states.push(content());
        }
      }
      if (states.length !== before) customersByKey();
    }
    expect(states.length).toBeGreaterThan(5);
    for (const state of states.slice(0, -1).reverse()) {
      await undo();
      expect(content()).toEqual(state);
    }
    expect(content()).toEqual(start);
  });
});

it('says what is missing where no table tells who anybody is', async () => {
  const folder = temporaryFolder();
  const lines = Array.from({ length: 50 }, (_, i) => [i, `K${i % 9}`, '2024-01-05', 'Mug', 1, '2.00']);
  shop = await importedShop(folder, [
    writeCsv(folder, 'lines.csv', [
      ['Order No', 'Customer No', 'Order date', 'Product', 'Quantity', 'Unit price'],
      ...lines,
    ]),
  ]);
  expect(await overview()).toMatchObject({ canSearch: false, atHand: [] });
  await expect(find()).rejects.toMatchObject({ code: 'mappingIncomplete' });
});
