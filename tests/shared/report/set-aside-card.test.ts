import { describe, expect, it } from 'vitest';
import { namesCustomers } from '../../../src/shared/model/report.ts';
import { cardOf, pageOf, reportInput, shopFacts, shopKinds } from './report-fixture.ts';

const excluded = {
  ...{ customers: 3, lines: 45, money: 1_234.5 },
  named: [
    { key: 'C7', name: 'Ada Lovelace', since: '2025-01-30' },
    { key: 'C9', name: null, since: '2025-01-29' },
  ],
};
const shop = reportInput(shopKinds, shopFacts);

describe('customers who were taken out, in the report', () => {
  it('are counted with what is theirs, and named only where somebody ticked it', () => {
    const counted = pageOf({ ...shop, excluded }, cardOf('setAside'));
    expect(counted).toContain('3 customers were taken out by hand: 45 rows with 1,235');
    expect(counted).not.toContain('Ada Lovelace');
    expect(namesCustomers(cardOf('setAside'))).toBe(false);

    const ticked = cardOf('setAside', { named: true });
    expect(namesCustomers(ticked)).toBe(true);
    const named = pageOf({ ...shop, excluded }, ticked);
    for (const text of ['Ada Lovelace', 'C9', '30 Jan 2025', 'And 1 customer more.']) expect(named).toContain(text);
    // Ticked, but the material has no names.
    expect(pageOf({ ...shop, excluded: { ...excluded, named: null } }, ticked)).not.toContain('Ada Lovelace');
  });

  it('are not spoken of where nobody was', () => {
    expect(pageOf({ ...shop, excluded: null }, cardOf('setAside', { named: true }))).not.toContain('by hand');
  });
});
