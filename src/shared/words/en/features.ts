import { cleanHeader } from '../../engine/explain/clean-header.ts';
import type { WordList } from '../phrase.ts';

/** `MntMeatProducts` is said as “Spent on Meat Products”, as in the names of segments; a heading with spaces was made for people and stays. */
const headingOf = (header: string): string => {
  if (/[\s()[\]]/.test(header.trim())) return header;
  const { name, says } = cleanHeader(header);
  if (says === 'spentOn') return `Spent on ${name}`;
  return says === 'count' && !/\s/.test(name) ? `Number of ${name}` : name;
};

/** Names of customer facts, and where each comes from. */
export const features = {
  'feature.daysSinceLastOrder': () => 'Days since last order',
  'feature.orders': () => 'Orders',
  'feature.totalSpent': () => 'Total spent',
  'feature.column': (v) => headingOf(String(v.name)),

  'feature.daysSinceLastOrder.from': (v, f) =>
    `Days from a customer’s last order to ${f.day(String(v.asOf))}, the last order in the file, so that an old export does not make everybody look lost. From the column “${v.column}”.`,
  'feature.orders.from': (v) => `How many different orders a customer has. From the column “${v.column}”.`,
  'feature.orders.fromDays': (v) =>
    `On how many different days a customer ordered, since the file has no order number. From the column “${v.column}”.`,
  'feature.totalSpent.from': (v) => `The sum of a customer’s lines that count. From the column “${v.column}”.`,
  'feature.totalSpent.fromPrice': (v) =>
    v.quantity === null
      ? `The sum of a customer’s lines that count. From the column “${v.price}”.`
      : `The sum of quantity times price over a customer’s lines that count. From the columns “${v.quantity}” and “${v.price}”.`,
  'feature.column.from': (v) =>
    `As it stands in the column “${v.column}” of “${v.file}”.${v.table === undefined ? '' : ` Whose a row is says “${v.otherKey}”, as “${v.key}” in the orders.`}`,
} satisfies WordList;
