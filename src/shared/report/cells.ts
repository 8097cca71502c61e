import { withoutCents } from '../words/format.ts';
import type { Cell } from './blocks.ts';
import type { Speaker } from './speaker.ts';

/** Numbers as they are read, with what a workbook needs to count on. */
export const count = (value: number, { format }: Speaker): Cell => ({
  text: format.number(value),
  value,
  look: 'whole',
});

export const money = (value: number | null, { format }: Speaker): Cell =>
  value === null ? { text: '' } : { text: format.money(value), value, look: 'money' };

export const share = (value: number | null, { format }: Speaker): Cell =>
  value === null ? { text: '' } : { text: format.share(value), value, look: 'share' };

export const decimal = (value: number | null, digits: number, { fixed, word }: Speaker): Cell =>
  value === null
    ? { text: word('pictures.method.notComputed') }
    : { text: fixed(value, digits), value, look: 'decimal', digits };

/** Money of one customer on average: whole from 100 up, as what is typical of one. */
export const moneyEach = (value: number, { format }: Speaker): string => format.money(withoutCents(value));
