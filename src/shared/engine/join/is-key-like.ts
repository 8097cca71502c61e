import type { KeySample, NamedColumn } from './join-tables.ts';

/** What is counted or measured is never a key. */
const measured = new Set(['date', 'quantity', 'price', 'amount', 'consent', 'discount']);
const isDate = /^\d{4}-\d{2}-\d{2}([ T]|$)|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}( |$)/;
const isFraction = /^-?[\d.,]*\d[.,]\d*[1-9]\d*$/;
const valuesLookedAt = 500;
const mostLetters = 80;

/** Whether a column's values could name something in another table: no dates, fractions, long texts, nor one value only. */
export const isKeyLike = ({ role }: NamedColumn, { values }: KeySample): boolean => {
  if (role !== undefined && measured.has(role)) return false;
  if (values.length < 2) return false;
  const some = values.slice(0, valuesLookedAt);
  const share = (test: (value: string) => boolean): number => some.filter(test).length / some.length;
  const letters = some.reduce((sum, value) => sum + value.length, 0) / some.length;
  return share((v) => isDate.test(v)) < 0.9 && share((v) => isFraction.test(v)) < 0.3 && letters <= mostLetters;
};
