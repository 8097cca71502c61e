/** Calling codes (ITU-T E.164) and the digit that numbers of that country begin with at home ('' where none does). */
const countries: Readonly<Record<string, readonly [code: string, trunk: string]>> = {
  AR: ['54', '0'],
  AT: ['43', '0'],
  AU: ['61', '0'],
  BE: ['32', '0'],
  BG: ['359', '0'],
  BR: ['55', '0'],
  CA: ['1', '1'],
  CH: ['41', '0'],
  CL: ['56', ''],
  CN: ['86', '0'],
  CZ: ['420', ''],
  DE: ['49', '0'],
  DK: ['45', ''],
  EE: ['372', ''],
  ES: ['34', ''],
  FI: ['358', '0'],
  FR: ['33', '0'],
  GB: ['44', '0'],
  GR: ['30', ''],
  HR: ['385', '0'],
  HU: ['36', '06'],
  IE: ['353', '0'],
  IL: ['972', '0'],
  IN: ['91', '0'],
  IT: ['39', ''],
  JP: ['81', '0'],
  KR: ['82', '0'],
  LT: ['370', '8'],
  LU: ['352', ''],
  LV: ['371', ''],
  MX: ['52', ''],
  NL: ['31', '0'],
  NO: ['47', ''],
  NZ: ['64', '0'],
  PL: ['48', ''],
  PT: ['351', ''],
  RO: ['40', '0'],
  RS: ['381', '0'],
  SE: ['46', '0'],
  SI: ['386', '0'],
  SK: ['421', '0'],
  TR: ['90', '0'],
  UA: ['380', '0'],
  US: ['1', '1'],
  ZA: ['27', '0'],
};

/** Whether a phone's country is known by its two letters (ISO 3166). */
export const isPhoneCountry = (country: string): boolean => country in countries;

/**
 * A phone number as country code and number, digits only: “+49 (0)30 123-456”, “0049 30 123456” and, at home in DE,
 * “030 123456” are all “4930123456”. Null where there are fewer than 6 digits or more than 15 (E.164), or all are one.
 * O(length).
 */
export const normalisePhone = (text: string, country: string): string | null => {
  const [code, trunk] = countries[country] ?? ['', ''];
  // Excel shows a phone that became a number as 491701234567.0.
  const bare = text
    .replace(/\.0$/, '')
    .replace(/(ext\.?|x|durchwahl|#)\s*\d{1,5}\s*$/i, '')
    .replace(/\(0\)/, '');
  const digits = bare.replace(/\D/g, '');
  const isAbroad = /^\s*\(?\s*\+/.test(bare);
  if (digits.length < 6 || /^(\d)\1*$/.test(digits.slice(-6)) || /^0?123456789?0?$/.test(digits)) return null;
  const full = ((): string => {
    if (isAbroad) return digits;
    if (digits.startsWith('00')) return digits.slice(2);
    if (code === '1' && digits.startsWith('011')) return digits.slice(3);
    if (trunk !== '' && digits.startsWith(trunk)) return code + digits.slice(trunk.length);
    // A number with its country's code but no plus: long enough to hold both.
    if (code !== '' && digits.startsWith(code) && digits.length >= code.length + 9) return digits;
    return code + digits;
  })();
  return full.length > 15 ? null : full;
};

const codesByLength = Object.entries(countries).sort((a, b) => b[1][0].length - a[1][0].length);

/** The country (ISO 3166) whose calling code a number names with a plus or 00; null where it names none. O(countries). */
export const phoneCountryOf = (text: string): string | null => {
  const [, named] = /^\s*\(?\s*(?:\+|00)\s*([\d\s()/.-]{6,})$/.exec(text) ?? [];
  const digits = named?.replace(/\D/g, '') ?? '';
  return codesByLength.find(([, [code]]) => digits.startsWith(code))?.[0] ?? null;
};
