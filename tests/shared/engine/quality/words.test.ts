import { describe, expect, it } from 'vitest';
import { findVariants } from '../../../../src/shared/engine/quality/category-variants.ts';
import { createNearDuplicates } from '../../../../src/shared/engine/quality/near-duplicates.ts';
import { findNonProducts } from '../../../../src/shared/engine/quality/non-products.ts';
import { findRareCategories } from '../../../../src/shared/engine/quality/rare-categories.ts';
import { isTestEmail, isTestName } from '../../../../src/shared/engine/quality/test-signs.ts';

const words = { words: true };

describe('spellings that mean one thing', () => {
  it('differ by case, spaces and accents; the most frequent one stays', () => {
    const counts = new Map([
      ['Café', 10],
      ['cafe', 3],
      ['CAFÉ ', 1],
      ['Tea', 50],
    ]);
    expect(findVariants(counts, words)).toEqual([{ how: 'spelling', to: 'Café', from: ['cafe', 'CAFÉ '] }]);
  });

  it('are rare slips of a common word, numbers never', () => {
    const counts = new Map([
      ['Married', 800],
      ['Marreid', 2],
      ['Single', 500],
      ['Size 10', 400],
      ['Size 11', 3],
      ['Austria', 4],
      ['Australia', 900],
    ]);
    expect(findVariants(counts, words)).toEqual([{ how: 'misspelling', to: 'Married', from: ['Marreid'] }]);
  });

  it('are initials, where only one value has them', () => {
    const counts = new Map([
      ['COD', 365],
      ['Cash on Delivery', 149],
      ['CC', 273],
      ['Credit Card', 1501],
      ['Cash Card', 12],
    ]);
    expect(findVariants(counts, words)).toEqual([{ how: 'abbreviation', to: 'COD', from: ['Cash on Delivery'] }]);
  });

  it('leave countries, days and months alone', () => {
    const countries = 'Austria Australia Iran Iraq Niger Nigeria Slovakia Slovenia Mali Malta Oman Jordan'.split(' ');
    const counts = new Map(countries.map((name, i) => [name, 3 + 40 * i * i]));
    expect(findVariants(counts, words)).toEqual([]);
  });
});

it('rare categories stand apart by a jump in frequency', () => {
  const status = new Map(
    Object.entries({
      Married: 864,
      Together: 580,
      Single: 480,
      Divorced: 232,
      Widow: 77,
      Alone: 3,
      Absurd: 2,
      YOLO: 2,
    }),
  );
  expect(findRareCategories(status)).toEqual(['Alone', 'Absurd', 'YOLO']);
  const even = new Map(Array.from({ length: 20 }, (_, i) => [`c${i}`, Math.ceil(5_000 / 2 ** i)]));
  expect(findRareCategories(even)).toEqual([]);
});

describe('what is sold beside goods', () => {
  const of = (code: string | null, description: string | null, lines = 1) => ({ code, description, lines });
  it('shows by unusual codes and by words', () => {
    const products = [
      of('85123A', 'WHITE HANGING HEART', 2000),
      of('22423', 'POSTAGE STAMP NECKLACE', 1500),
      of('POST', 'POSTAGE', 12),
      of('BANK CHARGES', 'Bank Charges', 3),
      of('AMAZONFEE', null, 3),
      of('M', 'Manual', 5),
      of('C2', 'CARRIAGE', 4),
      of('gift_0001_20', 'Gift Voucher £20.00', 2),
      of('PADS', 'PADS TO MATCH ALL CUSHIONS', 4),
      of('DCGSSBOY', 'BOYS PARTY BAG', 6),
    ];
    expect(products.filter((_, i) => findNonProducts(products)[i]).map(({ code }) => code)).toEqual([
      'POST',
      'BANK CHARGES',
      'AMAZONFEE',
      'M',
      'C2',
      'gift_0001_20',
    ]);
  });

  it('is postage however many orders have it, but not what a usual code sells', () => {
    const products = [
      of('Mug', '21001', 900),
      of('Postage', 'POST', 80),
      of('Post box', 'BOX', 10),
      of('Fee', '21002', 10),
    ];
    expect(findNonProducts(products)).toEqual([false, true, false, false]);
  });

  it('shows by words alone where there are no codes', () => {
    const names = ['Paper star dotted', 'Shipping', 'Express shipping', 'Gift card', 'Post box red', 'Versandkosten'];
    const products = names.map((name) => of(name, null, 10));
    expect(names.filter((_, i) => findNonProducts(products)[i])).toEqual([
      'Shipping',
      'Express shipping',
      'Gift card',
      'Versandkosten',
    ]);
  });
});

it('tests are told by their names and addresses', () => {
  expect(['test@shop.com', 'a@example.com', 'test.order@x.de', 'TEST@X.DE'].map(isTestEmail)).toEqual(
    Array(4).fill(true),
  );
  expect(['contest@shop.com', 'testa.rossa@mail.it', 'ann@example-shop.com'].map(isTestEmail)).toEqual([
    false,
    false,
    false,
  ]);
  expect(['Test', 'test order', 'Test 2', 'TEST PRODUCT', 'Testkunde'].map(isTestName)).toEqual(Array(5).fill(true));
  expect(['Test tube holder', 'Tess', 'Testino Mario', 'Protest sign'].map(isTestName)).toEqual(Array(4).fill(false));
});

describe('customers who are there twice', () => {
  const groupsOf = (rows: [name: string | null, email: string | null, ...facts: (string | null)[]][]) => {
    const near = createNearDuplicates();
    rows.forEach(([name, email, ...facts], i) => {
      near.add({ row: i + 1, name, email, facts });
    });
    return near.groups();
  };
  it('share an address, or a name and something else', () => {
    expect(
      groupsOf([
        ['Ann Lee', 'Ann@x.de'],
        ['A. Lee', ' ann@X.de'],
        ['Bo Ek', 'bo@x.de'],
      ]),
    ).toEqual([[1, 2]]);
    expect(
      groupsOf([
        ['José  Núñez', null, '1980-01-02'],
        ['JOSE NUNEZ', 'j@x.de', '1980-01-02'],
      ]),
    ).toEqual([[1, 2]]);
  });
  it('do not share a name only', () => {
    expect(
      groupsOf([
        ['Ann Lee', 'a@x.de', null],
        ['Ann Lee', null, null],
      ]),
    ).toEqual([]);
    expect(
      groupsOf([
        ['Ann Lee', null, '1980-01-02'],
        ['Ann Lee', null, '1980-01-03'],
      ]),
    ).toEqual([]);
    expect(groupsOf(Array.from({ length: 20 }, () => ['Walk In', 'none@shop.de']))).toEqual([]);
  });
});
