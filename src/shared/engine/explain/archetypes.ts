import { gapOf, isActive, isGone, type OrderFacts, type Shop } from './order-facts.ts';

/**
 * A kind of customer that every shop knows. `fit` says how well a segment is one, 0 to 1, or null where the name would
 * be false. Positions among all customers (`quiet`, `often`, `rich`, `basket`) make it independent of the shop's size
 * and pace; absolute facts (orders, days) keep the name true.
 */
export interface Archetype {
  readonly key: string;
  /** Above 1 for the names that are used first, below for those that fill in. */
  readonly weight: number;
  fit(segment: OrderFacts, shop: Shop): number | null;
}

/** 0 up to `from`, 1 from `to` on, a line between; the other way round where `to` is less. */
const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
const mean = (...values: (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
};
const maybe = (value: number | null, rate: (value: number) => number): number | null =>
  value === null ? null : rate(value);
const around = (value: number, middle: number, reach: number): number =>
  Math.max(0, 1 - Math.abs(value - middle) / reach);

/** Half a year: nobody calls a customer new who was last seen before. */
const newForDays = 183;
/** Nobody slips away within a week, and after a year they are gone. */
const slippingFromDays = 7;
const slippingToDays = 365;

const best: Archetype = {
  key: 'best',
  weight: 1.2,
  fit: (s, shop) => {
    if (s.orders === null && s.spent === null) return null;
    if (!isActive(s) || (s.often !== null && s.often < 0.65) || (s.orders !== null && s.orders < 2)) return null;
    if (s.rich !== null && s.rich < 0.7) return null;
    const [mine, most] = s.worth === null ? [s.orders!, shop.topOrders!] : [s.worth, shop.topWorth!];
    if (most <= 0 || mine < 0.8 * most) return null;
    return mean(
      mine / most,
      maybe(s.rich, (rich) => ramp(rich, 0.6, 0.95)),
      maybe(s.often, (often) => ramp(often, 0.6, 0.95)),
      maybe(s.quiet, (quiet) => ramp(quiet, 0.5, 0.15)),
    );
  },
};

const loyal: Archetype = {
  key: 'loyal',
  weight: 1,
  fit: (s, shop) => {
    if (s.quiet === null || s.often === null || s.quiet > 0.6 || s.often < 0.6 || s.orders! < 3) return null;
    if (isGone(s, shop) || s.days! > 1.5 * gapOf(s, shop)!) return null;
    return mean(ramp(s.often, 0.5, 0.85), ramp(s.quiet, 0.7, 0.35));
  },
};

const rareBig: Archetype = {
  key: 'rareBig',
  weight: 1,
  fit: ({ quiet, often, orders, rich, basket, spent }, shop) => {
    if (often === null || rich === null || basket === null || (quiet !== null && quiet > 0.75)) return null;
    if (often > 0.6 || orders! > Math.max(3, shop.orders!)) return null;
    if (basket < 0.7 || rich < 0.55 || spent! < 1.2 * shop.spent!) return null;
    return mean(ramp(basket, 0.6, 0.9), ramp(rich, 0.5, 0.8), ramp(often, 0.75, 0.4));
  },
};

const isNew = ({ quiet, orders, often, once, days }: OrderFacts): boolean =>
  quiet !== null &&
  orders !== null &&
  quiet <= 0.4 &&
  orders <= 2 &&
  often! <= 0.7 &&
  once! >= 0.3 &&
  days! <= newForDays;

const fresh: Archetype = {
  key: 'new',
  weight: 1,
  fit: (s) => (isNew(s) ? mean(ramp(s.quiet!, 0.5, 0.2), ramp(s.often!, 0.8, 0.35), ramp(s.once!, 0, 0.5)) : null),
};

const promising: Archetype = {
  key: 'promising',
  weight: 0.8,
  fit: (s) =>
    isNew(s) && s.basket !== null && s.basket >= 0.6 && s.rich! >= 0.5
      ? mean(ramp(s.quiet!, 0.5, 0.2), ramp(s.basket, 0.5, 0.8))
      : null,
};

const slipping: Archetype = {
  key: 'slipping',
  weight: 1,
  fit: (s, shop) => {
    const well = s.often ?? s.rich;
    if (s.quiet === null || well === null || well < 0.5 || (s.orders !== null && s.orders < 2)) return null;
    if (s.days! < slippingFromDays || s.days! > slippingToDays || s.quiet < 0.5 || s.quiet > 0.87) return null;
    // Longer than others who order as often, and long against their own pace.
    if (s.overdue! < 1.4 || s.days! > 0.6 * shop.span! || s.days! < 0.6 * (gapOf(s, shop) ?? 0)) return null;
    return mean(ramp(well, 0.4, 0.75), around(s.quiet, 0.65, 0.4), ramp(s.overdue!, 1, 2.2));
  },
};

/** Spent more than most, and not so little against the best that they hardly count. */
const isValuable = ({ rich, spent, worth }: OrderFacts, shop: Shop): boolean =>
  rich !== null && rich >= 0.6 && spent! >= 1.25 * shop.spent! && worth! >= 0.5 * shop.worth!;

const valuableGone: Archetype = {
  key: 'valuableGone',
  weight: 1,
  fit: (s, shop) =>
    isGone(s, shop) && isValuable(s, shop) ? mean(ramp(s.quiet!, 0.55, 0.85), ramp(s.rich!, 0.5, 0.85)) : null,
};

const loyalGone: Archetype = {
  key: 'loyalGone',
  weight: 0.85,
  fit: (s, shop) =>
    isGone(s, shop) && s.often !== null && s.often >= 0.65 && s.orders! >= 3
      ? mean(ramp(s.quiet!, 0.55, 0.85), ramp(s.often, 0.5, 0.85))
      : null,
};

const once: Archetype = {
  key: 'once',
  weight: 1,
  fit: (s) =>
    s.once === null || s.once <= 0.5
      ? null
      : mean(
          ramp(s.once, 0.4, 0.9),
          maybe(s.quiet, (quiet) => ramp(quiet, 0.1, 0.5)),
        ),
};

const longGone: Archetype = {
  key: 'longGone',
  weight: 1,
  fit: (s, shop) =>
    isGone(s, shop) && !isValuable(s, shop) && s.days! >= 0.8 * shop.longest!
      ? mean(ramp(s.quiet!, 0.6, 0.85), ramp(s.days! / shop.longest!, 0.7, 1))
      : null,
};

const oneBig: Archetype = {
  key: 'oneBig',
  weight: 0.85,
  fit: ({ once: share, basket }) =>
    share === null || basket === null || share <= 0.5 || basket < 0.7
      ? null
      : mean(ramp(share, 0.4, 0.9), ramp(basket, 0.6, 0.85)),
};

const oneSmall: Archetype = {
  key: 'oneSmall',
  weight: 0.8,
  fit: ({ once: share, basket }) =>
    share === null || basket === null || share <= 0.5 || basket > 0.35
      ? null
      : mean(ramp(share, 0.4, 0.9), ramp(basket, 0.4, 0.15)),
};

const steadySmall: Archetype = {
  key: 'steadySmall',
  weight: 0.85,
  fit: ({ quiet, often, orders, basket }) =>
    quiet === null || often === null || basket === null || quiet > 0.6 || often < 0.55 || orders! < 3 || basket > 0.35
      ? null
      : mean(ramp(basket, 0.45, 0.15), ramp(often, 0.5, 0.8)),
};

const occasional: Archetype = {
  key: 'occasional',
  weight: 0.75,
  fit: (s, shop) =>
    s.often === null ||
    s.orders! < 2 ||
    s.often > 0.75 ||
    isGone(s, shop) ||
    (s.quiet !== null && s.quiet < 0.25) ||
    (s.rich !== null && s.rich > 0.7)
      ? null
      : mean(
          around(s.often, 0.5, 0.4),
          maybe(s.quiet, (value) => around(value, 0.45, 0.4)),
        ),
};

const lapsed: Archetype = {
  key: 'lapsed',
  weight: 0.75,
  fit: (s, shop) =>
    isGone(s, shop) && s.often !== null && s.orders! >= 2 && s.often <= 0.75
      ? mean(ramp(s.quiet!, 0.55, 0.8), around(s.often, 0.5, 0.5))
      : null,
};

/** Where the data does not say when or how often somebody ordered, what it does say names. */
const frequent: Archetype = {
  key: 'frequent',
  weight: 0.9,
  fit: ({ quiet, often, orders }) =>
    quiet !== null || often === null || often < 0.65 || orders! < 3 ? null : ramp(often, 0.5, 0.85),
};
const bigSpenders: Archetype = {
  key: 'bigSpenders',
  weight: 0.9,
  fit: ({ often, rich }) => (often !== null || rich === null || rich < 0.7 ? null : ramp(rich, 0.5, 0.9)),
};
const smallSpenders: Archetype = {
  key: 'smallSpenders',
  weight: 0.9,
  fit: ({ often, rich }) => (often !== null || rich === null || rich > 0.3 ? null : ramp(rich, 0.5, 0.1)),
};

export const archetypes: readonly Archetype[] = [
  best,
  loyal,
  rareBig,
  fresh,
  slipping,
  valuableGone,
  once,
  longGone,
  promising,
  loyalGone,
  oneBig,
  oneSmall,
  steadySmall,
  occasional,
  lapsed,
  frequent,
  bigSpenders,
  smallSpenders,
];
