import { describe, expect, it } from 'vitest';
import { channelsOfTables } from '../../../../src/main/services/features/source-channels.ts';
import type { StoredSource } from '../../../../src/main/store/repositories/sources.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { shopOf } from './shop-of.ts';

const folder = temporaryFolder();

interface Order {
  readonly customer: string;
  readonly day: string;
  readonly channel: string;
}

const dayOf = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const header = 'Order,Customer,Date,Quantity,Price';

/** Orders of 60 customers, none of whom has two on one day. */
const makeOrders = (): Order[] => {
  const random = createRandom(3);
  const orders: Order[] = [];
  for (let customer = 1; customer <= 60; customer += 1)
    for (let at = 0; at < 1 + (customer % 5); at += 1)
      orders.push({
        customer: `K${customer}`,
        day: dayOf(at * 50 + Math.floor(random() * 50)),
        channel: random() < 0.6 ? 'web shop' : 'till',
      });
  return orders;
};

const expected = (orders: readonly Order[], until: string) => {
  const by = new Map<string, Order[]>();
  for (const order of orders)
    if (order.day <= until) by.set(order.customer, [...(by.get(order.customer) ?? []), order]);
  return new Map(
    [...by].map(([customer, own]) => {
      const turns = own.sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ channel }) => channel);
      return [
        customer,
        {
          web: turns.filter((one) => one === 'web shop').length / turns.length,
          switches: turns.filter((one, i) => i > 0 && one !== turns[i - 1]).length,
          way: `${turns[0]} → ${turns.at(-1)}`,
          first: turns[0],
          last: turns.at(-1),
        },
      ] as const;
    }),
  );
};

describe('files that are channels', () => {
  it('give mix, first, last and the way between as a recount does, on any day', async () => {
    const orders = makeOrders();
    const textOf = (channel: string, months: (day: string) => boolean) =>
      `${[
        header,
        ...orders.flatMap(({ customer, day, channel: own }, i) =>
          own === channel && months(day) ? [`${channel[0]}${i},${customer},${day},1,9.50`] : [],
        ),
      ].join('\n')}\n`;
    const isEarly = (day: string) => day < '2024-04-01';
    const shop = await shopOf(folder, [
      ['web shop 2024-01.csv', textOf('web shop', isEarly)],
      ['web shop 2024-02.csv', textOf('web shop', (day) => !isEarly(day))],
      ['till march.csv', textOf('till', isEarly)],
      ['till april.csv', textOf('till', (day) => !isEarly(day))],
    ]);
    const entries = (await shop.reader.features.catalogue(undefined)).filter(({ group }) => group === 'channels');
    const of = (id: string) => entries.find(({ key }) => key.startsWith(`${id}:`))!.key;
    expect(entries).toHaveLength(7);
    expect(say(entries.find(({ key }) => key === of('channelSwitches'))!.lineage)).toContain(
      'names of your order files',
    );
    const keys = ['channelMix', 'channelSwitches', 'channelJourney', 'firstChannel', 'lastChannel'].map(of);
    for (const asOf of [undefined, '2024-05-10']) {
      const found = await shop.values({ asOf, features: keys });
      const plain = expected(orders, asOf ?? '9999');
      expect(found.get(of('channelSwitches'))!.size).toBe(plain.size);
      for (const [customer, own] of plain) {
        expect(found.get(of('channelSwitches'))!.get(customer)).toBe(own.switches);
        expect(found.get(`${of('channelMix')}=web shop`)!.get(customer)).toBeCloseTo(own.web, 12);
        for (const [id, level] of [
          ['channelJourney', own.way],
          ['firstChannel', own.first],
          ['lastChannel', own.last],
        ] as const)
          for (const [key, values] of found)
            if (key.startsWith(`${of(id)}=`)) expect(values.get(customer)).toBe(key === `${of(id)}=${level}` ? 1 : 0);
      }
      expect([...found.keys()].filter((key) => key.startsWith(of('channelJourney')))).toHaveLength(4);
    }
    await shop.close();
  });

  it('have their names whatever month they are like', () => {
    const named = (...files: string[]) => {
      const sources = files.map((file, id) => ({ id, file, sheet: null, name: file }) as StoredSource);
      const found = channelsOfTables(sources);
      return found === null ? null : [...found.values()];
    };
    expect(named('mail 2024-01.csv', 'Mart_2024-02.csv.gz')).toEqual(['mail', 'mart']);
    expect(named('Till sept.csv', 'web shop.csv', 'till Okt 24.csv')).toEqual(['till', 'web shop', 'till']);
    expect(named('2024-01.csv', '2024-02.csv', 'mars.csv')).toBeNull();
    expect(named(...'abcdefghi'.split('').map((letter) => `${letter}${letter}.csv`))).toBeNull();
  });

  it('are none where they differ in their months only', async () => {
    const text = `${header}\n1,K1,2024-01-05,1,2.00\n2,K2,2024-01-06,1,3.00\n`;
    const shop = await shopOf(folder, [
      ['orders january.csv', text],
      ['orders Feb 2024.csv', text.replaceAll('2024-01', '2024-02').replace('\n1,', '\n3,').replace('\n2,', '\n4,')],
    ]);
    expect((await shop.reader.features.catalogue(undefined)).filter(({ group }) => group === 'channels')).toEqual([]);
    await shop.close();
  });
});
