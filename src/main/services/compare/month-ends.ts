/** Months at most that stand side by side. */
export const mostMonths = 24;
/** A shop of fewer days has no past to speak of. */
const leastDays = 28;

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const dayMs = 86_400_000;

/** The last days of the calendar months before a day that are at least four weeks after the first one, latest first. */
export const monthEndsBefore = (day: string, first: string): string[] => {
  const earliest = Date.parse(`${first}T00:00:00Z`) + leastDays * dayMs;
  const [year, month] = day.split('-').map(Number) as [number, number];
  const ends: string[] = [];
  for (let back = 0; ends.length < mostMonths - 1; back += 1) {
    const end = Date.UTC(year, month - 1 - back, 1) - dayMs;
    if (end < earliest) break;
    ends.push(isoOf(end));
  }
  return ends;
};
