import type { OwnSegment } from '../../src/shared/model/own-segment.ts';
import { type MadeShop, madeShop, type ShopPlan } from './made-shop.ts';

const usualNames = [
  'Bought once',
  'New customers',
  'Slipping away',
  'Best customers',
  'Valuable but gone',
  'Rare big spenders',
];
export const longName =
  'Customers of the shop in the old town who order Christmas decorations late at night and always have them wrapped';
/** One word without a place to break it. */
export const unbreakable = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte';
export const rightToLeft = [
  'أفضل العملاء',
  'לקוחות חדשים',
  'العملاء الذين اشتروا مرة واحدة فقط منذ زمن طويل',
  'לקוחות VIP (2025)',
  'عملاء نادرون ينفقون كثيرا',
];

export interface Case {
  readonly title: string;
  /** Why it is here. */
  readonly about: string;
  readonly shop: MadeShop;
}

const plans: readonly (Omit<ShopPlan, 'id'> & { readonly title: string; readonly about: string })[] = [
  {
    title: 'Usual',
    about: 'Six segments of a shop as most are.',
    names: usualNames,
    sizes: [219, 157, 124, 65, 60, 45],
    frozen: [3],
  },
  { title: 'One segment', about: 'Everybody is alike.', names: ['Everybody'], sizes: [300] },
  {
    title: 'Thirty segments',
    about: 'As many as can be asked for: colours come again with patterns.',
    names: Array.from({ length: 30 }, (_, i) => `${usualNames[i % 6]} ${i + 1}`),
    sizes: Array.from({ length: 30 }, (_, i) => Math.max(2, Math.round(120 * 0.87 ** i))),
  },
  {
    title: 'Very long names',
    about: 'Names of eighty letters and more, and one word that breaks nowhere.',
    names: [longName, unbreakable, `${longName} (2)`, 'Short'],
    sizes: [260, 140, 90, 60],
    facts: ['How often they looked at the page about wrapping paper and ribbons before they ordered', unbreakable],
    people: ['Hubert Blaine Wolfeschlegelsteinhausenbergerdorff, senior, of Philadelphia'],
  },
  {
    title: 'Right to left',
    about: 'Arabic and Hebrew names, with Latin letters and numbers among them.',
    names: rightToLeft,
    sizes: [210, 140, 110, 80, 60],
    facts: ['زيارات الموقع', 'פתיחות דוא"ל'],
    people: ['محمد عبد الله', 'שרה כהן'],
  },
  { title: 'One customer', about: 'The smallest shop that there can be.', names: ['Only one'], sizes: [1] },
  {
    title: 'Huge and tiny',
    about: 'Billions beside fractions of a cent, and a segment of almost nobody.',
    names: ['Almost everybody', 'Nearly nobody', 'Middling'],
    sizes: [597, 1, 2],
    times: 123_457,
    money: (segment) => [98_765.43, 0.0004, 12.5][segment]!,
  },
  {
    title: 'Negative money',
    about: 'Returns outweigh what was bought: a segment brings less than nothing.',
    names: ['Buyers', 'Returners', 'Break even'],
    sizes: [240, 150, 60],
    money: (segment) => [120, -64, 0][segment]!,
  },
  {
    title: 'No money, many facts',
    about: 'A table of people without orders, with twenty facts.',
    names: ['Young, browse a lot', 'Older, write letters', 'In between'],
    money: null,
    facts: Array.from({ length: 20 }, (_, i) => `Question ${i + 1} of the survey`),
  },
  {
    title: 'Customers in no segment',
    about: 'A fifth is like nobody else.',
    names: usualNames.slice(0, 3),
    sizes: [200, 150, 90],
    nobodys: 110,
  },
];

/** A shop for each edge that pictures and tables can meet. */
export const cases: readonly Case[] = plans.map(({ title, about, ...plan }, i) => ({
  title,
  about,
  shop: madeShop({ id: i + 1, ...plan }),
}));
export const caseOf = (title: string): Case => {
  const found = cases.find((one) => one.title === title);
  if (found === undefined) throw new Error(`There is no case “${title}”.`);
  return found;
};
export const shopOf = (id: number): MadeShop | undefined => cases[id - 1]?.shop;

const own = (id: number, name: string, size: number, customers = size): OwnSegment => ({
  ...{ id, name, size, customers, color: id * 5, createdAt: '2025-12-02T09:41:00Z' },
  ...{ share: size / 3000, revenue: size * 20, revenueShare: size / 2500 },
});
export const ownSegments: readonly OwnSegment[] = [
  own(1, 'Invited to the party', 120),
  own(2, longName.slice(0, 80), 2, 44),
  own(3, rightToLeft[2]!, 1_234_567),
  own(4, 'Nobody any more', 0, 12),
];
