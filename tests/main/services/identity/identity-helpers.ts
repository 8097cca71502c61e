import { expect } from 'vitest';
import { openForReading } from '../../../../src/main/store/project-file.ts';
import type { IdentityPair } from '../../../../src/shared/model/identity.ts';
import { contentOf } from '../project-content.ts';
import type { QualityShop } from '../quality/quality-shop.ts';
import { createTestJob } from '../test-shop.ts';
import type { MessyShop } from './identity-shop.ts';

/** What tests of identity ask of the open shop again and again. */
export const identityHelpers = (shop: () => QualityShop) => {
  const find = () => shop().writer.identity.find(undefined, createTestJob());
  const mergeSure = () => shop().writer.identity.mergeSure(undefined, createTestJob());
  const decide = (a: number, b: number, verdict: 'same' | 'different') =>
    shop().writer.identity.decide({ decisions: [{ a, b, verdict }] }, createTestJob());
  const overview = () => shop().reader.identity.get(undefined);
  const queue = async (): Promise<IdentityPair[]> =>
    (await shop().reader.identity.queue({ offset: 0, limit: 200 })).pairs;
  const allGroups = async () => (await shop().reader.identity.sure({ offset: 0, limit: 200 })).groups;
  const undo = () => shop().writer.journal.undo(undefined);
  const redo = () => shop().writer.journal.redo(undefined);

  /** What stands, table by table; what was found and what only undo and redo need are left out. */
  const content = () => contentOf(shop().path, { undone: false });

  /** By customer number, the customer that its rows count as; fails where the rows of one number do not agree. */
  const customersByKey = (): Map<string, number> => {
    const db = openForReading(shop().path);
    try {
      const found = new Map<string, number>();
      const tables = db.prepare<{ name: string }>("SELECT table_name AS name FROM source WHERE table_name <> ''").all();
      for (const { name } of tables)
        for (const [key, customer] of db
          .prepareRaw<[string, number]>(`SELECT DISTINCT "Customer No", _customer FROM "${name}"`)
          .all()) {
          expect(found.get(key) ?? customer).toBe(customer);
          found.set(key, customer);
        }
      return found;
    } finally {
      db.close();
    }
  };

  /** Pairs of numbers put together, and how many of them truly are one person. */
  const judge = ({ personOf }: MessyShop, customers = customersByKey()) => {
    const keys = [...personOf.keys()].filter((key) => customers.has(key));
    const counts = { together: 0, right: 0, truly: 0 };
    keys.forEach((one, i) => {
      for (const other of keys.slice(i + 1)) {
        const isTruly = personOf.get(one) === personOf.get(other);
        const isTogether = customers.get(one) === customers.get(other);
        if (isTruly) counts.truly += 1;
        if (isTogether) counts.together += 1;
        if (isTruly && isTogether) counts.right += 1;
      }
    });
    return { precision: counts.right / counts.together, recall: counts.right / counts.truly, ...counts };
  };
  return { find, mergeSure, decide, overview, queue, allGroups, undo, redo, content, customersByKey, judge };
};
