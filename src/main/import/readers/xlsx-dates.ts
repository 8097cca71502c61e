/** How a number format shows a number: as a day, a time of day, hours that go past 24, or as a number. */
export type DateStyle = 'date' | 'time' | 'elapsed' | null;

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are East Asian dates). */
const builtInStyle = (id: number): DateStyle => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time';
  return id === 46 ? 'elapsed' : null;
};

/** @param code the format as written in the file, if it is one of its own */
export const dateStyleOf = (id: number, code: string | undefined): DateStyle => {
  if (code === undefined) return builtInStyle(id);
  const positive = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';', 1)[0]!
    .replace(/general|standard/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return 'elapsed';
  const letters = positive.replace(/\[[^\]]*\]/g, '');
  if (/[yd]/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : null;
};

const secondsADay = 86_400;
/** 31 December 9999. */
const lastSerial = 2_958_465;
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');

/**
 * Writes a spreadsheet's serial number as `yyyy-MM-dd`, with a time of day as `yyyy-MM-dd HH:mm:ss`, times alone as
 * `HH:mm:ss`. To the second; numbers that are no date come back as numbers.
 * @param is1904 days count from 1 January 1904 (old Excel for Mac) instead of 1900
 */
export const writeSerial = (serial: number, style: Exclude<DateStyle, null>, is1904: boolean): string => {
  if (!(serial >= 0 && serial < lastSerial + 1)) return String(serial);
  const seconds = Math.round(serial * secondsADay);
  if (style === 'elapsed' || (style === 'time' && serial < 1)) return clock(seconds);
  const day = Math.floor(seconds / secondsADay);
  // Excel believes in a 29 February 1900 (serial 60), so days before it are one off.
  const sinceEpoch = day - 25_569 + (is1904 ? 1462 : day < 60 ? 1 : 0);
  const date = new Date(sinceEpoch * secondsADay * 1000).toISOString().slice(0, 10);
  const ofDay = seconds - day * secondsADay;
  return ofDay === 0 ? date : `${date} ${clock(ofDay)}`;
};
