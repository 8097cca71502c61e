const msPerDay = 86_400_000;
/** More bars than this lie too close. */
const most = 48;

/** Days since 1 January 1970, of an ISO day or time stamp. */
export const dayNumber = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msPerDay;

export const dayText = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

const monthOf = (day: number): number => {
  const date = new Date(day * msPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const firstOfMonth = (month: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / msPerDay;
};

/** 5 January 1970 was a Monday. */
const monday = (day: number): number => Math.floor((day - 4) / 7) * 7 + 4;

/**
 * First days of the days, weeks, months, quarters or years that cover a range, and of the next one after it: the shortest
 * of which there are not too many.
 */
export const daySteps = (low: number, high: number): number[] => {
  const evenly = (from: number, by: number) =>
    Array.from({ length: Math.floor((high - from) / by) + 2 }, (_, i) => from + i * by);
  if (high - low < most) return evenly(low, 1);
  if (high - monday(low) < most * 7) return evenly(monday(low), 7);
  const [first, last] = [monthOf(low), monthOf(high)];
  let months = [1, 3, 12].find((one) => last - Math.floor(first / one) * one < most * one);
  for (months ??= 24; last - first >= most * months; ) months *= 2;
  const from = Math.floor(first / months) * months;
  return Array.from({ length: Math.floor((last - from) / months) + 2 }, (_, i) => firstOfMonth(from + i * months!));
};
