const minutesPerDay = 1440;

/**
 * The mean of times of day on the circle (Mardia & Jupp 2000, Directional Statistics, 2.2), so that 23:00 and 1:00 meet
 * at midnight; minutes from 0 up to 1,440. NaN where there are none, or they point nowhere (6:00 and 18:00). O(n).
 * @param minutes of the day; NaN is passed over
 */
export const usualMinute = (minutes: Iterable<number>): number => {
  let x = 0;
  let y = 0;
  let count = 0;
  for (const minute of minutes) {
    if (Number.isNaN(minute)) continue;
    const angle = (2 * Math.PI * minute) / minutesPerDay;
    x += Math.cos(angle);
    y += Math.sin(angle);
    count += 1;
  }
  if (count === 0 || Math.hypot(x, y) < 1e-9 * count) return Number.NaN;
  const mean = (Math.atan2(y, x) / (2 * Math.PI)) * minutesPerDay;
  const minute = Math.round((mean < 0 ? mean + minutesPerDay : mean) * 1e6) / 1e6;
  return minute >= minutesPerDay ? 0 : minute;
};
