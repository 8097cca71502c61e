import { expect, it } from 'vitest';
import { cleanHeader } from '../../../../src/shared/engine/explain/clean-header.ts';

it.each([
  ['Annual Income (k$)', 'Annual Income', 'k$', null],
  ['Spending Score (1-100)', 'Spending Score', '', null],
  ['MntWines', 'Wines', '', 'spentOn'],
  ['MntMeatProducts', 'Meat Products', '', 'spentOn'],
  ['MntGoldProds', 'Gold Products', '', 'spentOn'],
  ['NumWebPurchases', 'Web Purchases', '', 'count'],
  ['NumWebVisitsMonth', 'Web Visits a Month', '', 'count'],
  ['Number of orders', 'orders', '', 'count'],
  ['Year_Birth', 'Year of birth', '', null],
  ['birth_date', 'date of birth', '', null],
  ['Kidhome', 'Kids at home', '', null],
  ['AcceptedCmp3', 'Accepted Campaign 3', '', null],
  ['total_spend', 'total spend', '', null],
  ['INCOME', 'Income', '', null],
  ['VIP', 'VIP', '', null],
  ['Gewicht [kg]', 'Gewicht', 'kg', null],
  ['Alter', 'Alter', '', null],
  ['Number', 'Number', '', null],
  ['(1-100)', '(1-100)', '', null],
])('reads %s', (header, name, unit, says) => {
  expect(cleanHeader(header)).toEqual({ name, unit, says });
});

it('shortens what would fill a tile', () => {
  expect(cleanHeader('a '.repeat(80)).name.length).toBeLessThanOrEqual(40);
});
