import type { Dice } from './dice.ts';

/** The shop's books: 24 months, 1 December 2023 to 30 November 2025. Days are counted from the first. */
const firstDay = Date.UTC(2023, 11, 1);
const dayMs = 86_400_000;
export const lastDay = (Date.UTC(2025, 10, 30) - firstDay) / dayMs;

const months = [0.75, 0.8, 0.95, 1.1, 1.15, 0.95, 0.7, 0.65, 0.9, 1.0, 1.35, 2.1];
/** From Sunday, when only the web shop is open. */
const weekdays = [0.45, 0.8, 0.85, 0.95, 1.0, 1.3, 1.65];
/** Orders by the hour, from nine in the morning. */
const hours = [0.6, 1.0, 1.3, 1.2, 1.0, 1.0, 1.1, 1.3, 1.4, 0.9, 0.4];

const dateOf = (day: number): Date => new Date(firstDay + day * dayMs);
export const monthOf = (day: number): number => dateOf(day).getUTCMonth();

/** How busy the shop is: December above all, a dip in summer, Saturdays before Mondays, closed on the great holidays. */
const busyness = Array.from({ length: lastDay + 1 }, (_, day) => {
  const date = dateOf(day);
  const isHoliday = ['12-25', '12-26', '01-01'].includes(date.toISOString().slice(5, 10));
  return isHoliday ? 0 : months[date.getUTCMonth()]! * weekdays[date.getUTCDay()]!;
});

/** A day from `from` to `to`, both included, likelier the busier it is. `liking` bends that for some months. */
export const busyDay = (dice: Dice, from: number, to: number, liking?: (month: number) => number): number => {
  const weights = busyness
    .slice(from, to + 1)
    .map((weight, i) => weight * (liking === undefined ? 1 : liking(monthOf(from + i))));
  return from + dice.weighted(weights);
};

/** Minutes after midnight. */
export const busyMinute = (dice: Dice): number => (9 + dice.weighted(hours)) * 60 + dice.whole(0, 59);

export const writeMoment = (day: number, minute: number): string =>
  new Date(firstDay + day * dayMs + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
