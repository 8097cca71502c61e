import { describe, expect, it } from 'vitest';
import { say } from '../../../../src/shared/words/say.ts';
import { describeKinds, describeRows, namesOf } from './planted.ts';

const mall = ['column:Age', 'column:Annual Income (k$)', 'column:Spending Score (1-100)'];

describe('names from what sets segments apart', () => {
  it('says the two strongest differences in a person’s words', () => {
    const described = describeKinds(mall.slice(1), [
      { size: 39, typical: [86, 82] },
      { size: 22, typical: [25, 79] },
      { size: 81, typical: [55, 50] },
      { size: 35, typical: [88, 17] },
      { size: 23, typical: [26, 20] },
    ]);
    expect(namesOf(described)).toEqual([
      'High income, spend a lot',
      'Low income, spend a lot',
      'Average customers',
      'High income, spend little',
      'Low income, spend little',
    ]);
    expect(say(described[3]!.action)).toBe(
      'They could spend more with you than they do: ask what they look for and do not find.',
    );
    expect(say(described[2]!.why)).toMatch(
      /^They are close to everybody in all that was compared: their .* typically \d/,
    );
    expect(described.every(({ revenue }) => revenue === null)).toBe(true);
  });

  it('gives the typical value of each, against everybody’s', () => {
    const rows = [...Array(10).fill([20, 82]), ...Array(10).fill([60, 50]), ...Array(10).fill([60, 18])];
    const labels = rows.map((_, i) => Math.floor(i / 10));
    const described = describeRows(['column:Age', 'column:Spending Score (1-100)'], rows, labels, 3);
    expect(namesOf(described)[0]).toBe('Younger, spend a lot');
    expect(say(described[0]!.why)).toContain('20 years old, against 60');
    expect(say(described[0]!.why)).toContain('spending score is 82, against 50');
  });

  it('reads amounts, counts, birth years and yes-or-no columns', () => {
    const keys = [
      'column:Year_Birth',
      'column:MntWines',
      'column:NumWebPurchases',
      'column:Complain',
      'column:Recency',
    ];
    const described = describeKinds(keys, [
      { size: 50, typical: [1990, 20, 4, 0, 50] },
      { size: 50, typical: [1990, 900, 5, 0, 50] },
      { size: 50, typical: [1990, 22, 15, 0, 50] },
      { size: 12, typical: [1990, 20, 4, 1, 50] },
      { size: 50, typical: [1990, 20, 4, 0, 5] },
    ]);
    const names = namesOf(described);
    expect(names[1]).toMatch(/spend more on wines/i);
    expect(say(described[1]!.why)).toMatch(/typically spend \d+ on wines, against \d+/);
    expect(names[2]).toMatch(/buy online/i);
    expect(names[3]).toMatch(/^Complained$/);
    expect(say(described[3]!.why)).toMatch(/^“Complain” is yes for 100 % of them, against [\d.]+ % of everybody/);
    expect(names[4]).toMatch(/here recently/i);
    const years = describeRows(['column:Year_Birth'], [[1950], [1951], [1990], [1991]], [0, 0, 1, 1], 2);
    expect(namesOf(years)).toEqual(['Older customers', 'Younger customers']);
    expect(say(years[0]!.why)).toMatch(/born in 195\d, against 197\d/);
  });

  it('tells segments born a year apart by their years, as years are written', () => {
    const rows = [1956, 1956, 1957, 1957, 1990, 1990, 1991, 1991].map((year) => [year]);
    const names = namesOf(describeRows(['column:Year_Birth'], rows, [0, 0, 1, 1, 2, 2, 3, 3], 4));
    expect(names.map((name) => /about (\S+)$/.exec(name)?.[1])).toEqual(['1956', '1957', '1990', '1991']);
  });

  it('says “on everything” where every amount agrees', () => {
    const keys = ['column:MntWines', 'column:MntFruits', 'column:MntMeatProducts', 'column:Age'];
    const described = describeKinds(keys, [
      { size: 40, typical: [500, 90, 400, 45] },
      { size: 60, typical: [20, 5, 20, 45] },
    ]);
    expect(namesOf(described)).toEqual(['Spend more on everything', 'Spend less on everything']);
  });

  it('never says what the plain numbers deny', () => {
    // A few huge values move the mean; everybody typical has less than everybody.
    const rows = [...Array(10).fill([4]), [1e9], ...Array(11).fill([5])];
    const labels = rows.map((_, i) => (i < 11 ? 0 : 1));
    const [first] = describeRows(['column:Score'], rows, labels, 2);
    expect(first!.profile[0]!.median).toBe(4);
    expect(say(first!.name)).not.toMatch(/high/i);
  });

  it('tells segments apart further where the strongest traits are the same', () => {
    const described = describeKinds(mall, [
      { size: 30, typical: [25, 90, 90] },
      { size: 30, typical: [60, 90, 90] },
      { size: 30, typical: [40, 30, 20] },
      { size: 30, typical: [41, 31, 21] },
    ]);
    expect(new Set(namesOf(described)).size).toBe(4);
  });

  it('lets two columns of the same clean name keep their whole headings', () => {
    const described = describeKinds(
      ['column:Income', 'column:Income (k$)'],
      [
        { size: 20, typical: [90, 30] },
        { size: 20, typical: [30, 90] },
      ],
    );
    expect(namesOf(described)[0]).toContain('Income (k$)');
  });

  it('stands up to columns with nothing in them and customers who are all the same', () => {
    const gap = Number.NaN;
    const rows = [
      [gap, 5, 3],
      [gap, gap, 3],
      [gap, 9, 3],
      [gap, gap, 3],
    ];
    const described = describeRows(['column:Empty', 'column:Half', 'column:Same'], rows, [0, 0, 1, 1], 2);
    expect(new Set(namesOf(described)).size).toBe(2);
    expect(described[0]!.profile).toMatchObject([
      { mean: null, median: null, effect: 0, level: 'same' },
      { mean: 5, median: 5 },
      { mean: 3, median: 3, effect: 0, level: 'same' },
    ]);
    const equal = describeRows(['column:Same'], [[3], [3], [3], [3]], [0, 0, 1, 1], 2);
    expect(namesOf(equal)).toEqual(['Average customers', 'Average customers (2)']);
  });
});
