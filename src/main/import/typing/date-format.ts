import { type MonthLanguage, monthLanguages, monthName } from './month-names.ts';

/** Whole numbers that Excel counts days with; 1 is the last day of 1899, as nearly all its files have it. */
export const serialFormat = 'serial';

/** Stands between the pattern that values are written in and another that some cells of the column have. */
export const alternative = ' | ';

const msPerDay = 86_400_000;
const serialZero = Date.UTC(1899, 11, 30);

export const isoOfSerial = (serial: number): string => {
  const seconds = Math.round(serial * 86_400);
  const iso = new Date(serialZero + seconds * 1000).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
};

const writeSerial = (iso: string): string => {
  const at = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso.slice(0, 19)}Z`);
  return String((at - serialZero) / msPerDay);
};

type Part = (iso: string) => string;

const unpadded = (text: string): string => (text.charCodeAt(0) === 48 ? text.slice(1) : text);
const hour12 = (iso: string): string => String(Number(iso.slice(11, 13)) % 12 || 12);
const isMorning = (iso: string): boolean => Number(iso.slice(11, 13)) < 12;
const offsetOf = (iso: string): string => /(?:Z|[+-]\d\d:\d\d)$/.exec(iso.slice(19))?.[0] ?? '';

const dateParts: Readonly<Record<string, Part>> = {
  yyyy: (iso) => iso.slice(0, 4),
  yy: (iso) => iso.slice(2, 4),
  MM: (iso) => iso.slice(5, 7),
  M: (iso) => unpadded(iso.slice(5, 7)),
  dd: (iso) => iso.slice(8, 10),
  d: (iso) => unpadded(iso.slice(8, 10)),
};

const timeParts: Readonly<Record<string, Part>> = {
  HH: (iso) => iso.slice(11, 13),
  H: (iso) => unpadded(iso.slice(11, 13)),
  hh: (iso) => hour12(iso).padStart(2, '0'),
  h: hour12,
  mm: (iso) => iso.slice(14, 16),
  ss: (iso) => iso.slice(17, 19),
  AM: (iso) => (isMorning(iso) ? 'AM' : 'PM'),
  am: (iso) => (isMorning(iso) ? 'am' : 'pm'),
  '+00:00': offsetOf,
  '+0000': (iso) => offsetOf(iso).replace(':', ''),
  Z: offsetOf,
};

const tokens = /'[^']*'|yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|S+|AM|am|Z|\+00:00|\+0000|[\s\S]/g;

/** Functions that write the parts of a pattern, and how many of them a value without a time needs. */
const compile = (whole: string): { readonly parts: readonly Part[]; readonly dateEnd: number } => {
  const [format = ''] = whole.split(alternative);
  const marked = / \((\w\w)\)$/.exec(format);
  const language: MonthLanguage = monthLanguages.find((one) => one === marked?.[1]) ?? 'en';
  const pattern = marked ? format.slice(0, marked.index) : format;
  const parts: Part[] = [];
  let dateEnd = 0;
  for (const [token] of pattern.matchAll(tokens)) {
    const date = dateParts[token];
    if (date) parts.push(date);
    else if (token.startsWith('MMM'))
      parts.push((iso) => monthName(Number(iso.slice(5, 7)), language, token.length === 4));
    else if (/^S+$/.test(token)) parts.push((iso) => /^\.(\d+)/.exec(iso.slice(19))?.[1] ?? '');
    else {
      const literal = token.length > 1 && token.startsWith("'") ? token.slice(1, -1) : token;
      parts.push(timeParts[token] ?? (() => literal));
      continue;
    }
    if (!/^S/.test(token)) dateEnd = parts.length;
  }
  return { parts, dateEnd };
};

const compiled = new Map<string, ReturnType<typeof compile>>();

/**
 * A day or a moment as the pattern writes it. A value without a time is written without one, whatever the pattern says.
 * @param iso `yyyy-MM-dd`, or `yyyy-MM-ddTHH:mm:ss` with fractions and offset where the file has them
 * @param format `dd-MM-yyyy`, `M/d/yyyy h:mm AM`, `d. MMMM yyyy (de)`, `serial` …; null for the value itself
 */
export const writeDate = (iso: string, format: string | null): string => {
  if (format === null) return iso;
  if (format === serialFormat) return writeSerial(iso);
  let known = compiled.get(format);
  if (!known) {
    known = compile(format);
    compiled.set(format, known);
  }
  const { parts, dateEnd } = known;
  const end = iso.length === 10 ? dateEnd : parts.length;
  let out = '';
  for (let i = 0; i < end; i += 1) out += parts[i]!(iso);
  return out;
};
