/** How the numbers of a column are written. */
export interface NumberStyle {
  /** What stands before the digits, e.g. `$` or `EUR `. */
  readonly prefix: string;
  /** What stands between thousands; empty for nothing. */
  readonly group: string;
  readonly decimal: '.' | ',';
  /** Digits after the decimal mark; null for as many as the number has, `point` for as many but one at least. */
  readonly decimals: number | 'point' | null;
  /** What stands after the digits, e.g. ` €` or `%`. */
  readonly suffix: string;
  readonly negative: 'minus' | 'parentheses' | 'trailing';
}

const plainStyle: NumberStyle = {
  prefix: '',
  group: '',
  decimal: '.',
  decimals: null,
  suffix: '',
  negative: 'minus',
};

const shownDecimals = '5678901234567890';

/**
 * The style as a person would show it: the number 1234.56 written in it. `#` stands for decimals that are written as
 * needed, `0#` for one or more (so that 2 is `2.0`); parentheses and a trailing minus say how negative numbers are written. Null for numbers as JavaScript prints
 * them.
 */
export const formatOfStyle = (style: NumberStyle): string | null => {
  const { prefix, group, decimal, decimals, suffix, negative } = style;
  if (prefix === '' && suffix === '' && group === '' && negative === 'minus') {
    if (decimals === 0 || (decimals === null && decimal === '.')) return null;
  }
  const places =
    decimals === 0
      ? ''
      : decimal + (decimals === null ? '#' : decimals === 'point' ? '0#' : shownDecimals.slice(0, decimals));
  const shown = `${prefix}1${group}234${places}${negative === 'trailing' ? '-' : ''}${suffix}`;
  return negative === 'parentheses' ? `(${shown})` : shown;
};

const formatPattern = /^(\(?)([^\d]*?)1([^\d]?)234(?:([.,])(#|0#|\d+))?(-?)([^\d]*?)(\)?)$/;
const styles = new Map<string, NumberStyle>();

/** Whether it shows a number as `formatOfStyle` does. */
export const isNumberFormat = (format: string): boolean => formatPattern.test(format);

/** The inverse of `formatOfStyle`; formats that it did not make are read as plain. */
export const styleOfFormat = (format: string | null): NumberStyle => {
  if (format === null) return plainStyle;
  const known = styles.get(format);
  if (known) return known;
  const parts = formatPattern.exec(format);
  const made: NumberStyle = parts
    ? {
        prefix: parts[2]!,
        group: parts[3]!,
        decimal: parts[4] === ',' ? ',' : parts[3] === '.' ? ',' : '.',
        decimals: parts[5] === undefined ? 0 : parts[5] === '#' ? null : parts[5] === '0#' ? 'point' : parts[5].length,
        suffix: parts[7]!,
        negative: parts[1] !== '' ? 'parentheses' : parts[6] !== '' ? 'trailing' : 'minus',
      }
    : plainStyle;
  styles.set(format, made);
  return made;
};

const grouped = (digits: string, group: string): string => {
  let out = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) out = digits.slice(Math.max(0, end - 3), end) + group + out;
  return out;
};

/** A number in that style. */
export const writeNumber = (value: number, format: string | null): string => {
  if (format === null) return String(value);
  const { prefix, group, decimal, decimals, suffix, negative } = styleOfFormat(format);
  const size = Math.abs(value);
  const asNeeded = decimals === null || (decimals === 'point' && !Number.isInteger(size));
  const plain = asNeeded ? String(size) : size.toFixed(decimals === 'point' ? 1 : Math.min(100, decimals));
  const point = plain.indexOf('.');
  const whole = point < 0 ? plain : plain.slice(0, point);
  const places = point < 0 ? '' : decimal + plain.slice(point + 1);
  const digits = group === '' || whole.length < 4 ? whole : grouped(whole, group);
  const body = digits + places;
  if (value >= 0) return prefix + body + suffix;
  if (negative === 'parentheses') return `(${prefix}${body}${suffix})`;
  return negative === 'trailing' ? `${prefix}${body}-${suffix}` : `-${prefix}${body}${suffix}`;
};
