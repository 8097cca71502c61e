import { isUtf8 } from 'node:buffer';
import type { ParquetParsers, SchemaElement } from 'hyparquet';

type CellWriter = (value: unknown) => string;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const textOf = (bytes: Uint8Array): string => (isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : hexOf(bytes));
const pad = (value: bigint, width: number): string => String(value).padStart(width, '0');

/** Digits behind the seconds without closing zeros, with their point; nothing where all are zero. */
const fractionOf = (part: bigint, width: number): string =>
  part === 0n ? '' : `.${pad(part, width).replace(/0+$/, '')}`;

const lastDay = 100_000_000n;
const isoDay = (days: bigint): string | null =>
  days > lastDay || days < -lastDay ? null : new Date(Number(days) * 86_400_000).toISOString().split('T')[0]!;

const clock = (units: bigint, perSecond: bigint, width: number): string => {
  const seconds = units / perSecond;
  const time = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => pad(part, 2)).join(':');
  return time + fractionOf(units % perSecond, width);
};

/** `yyyy-MM-dd`, with a time of day as `yyyy-MM-dd HH:mm:ss` and as many digits more as there are. */
const writeInstant = (units: bigint, perSecond: bigint, width: number): string => {
  const perDay = perSecond * 86_400n;
  const ofDay = ((units % perDay) + perDay) % perDay;
  const day = isoDay((units - ofDay) / perDay);
  if (day === null) return String(units);
  return ofDay === 0n ? day : `${day} ${clock(ofDay, perSecond, width)}`;
};

/** Missing values are handed on by hyparquet and stay missing. */
const present =
  <Value>(write: (value: Value) => string) =>
  (value: Value): string | Value =>
    value === null || value === undefined ? value : write(value);

/** What Parquet's richer types are written as. */
export const parquetParsers: ParquetParsers = {
  timestampFromMilliseconds: present((value: bigint) => writeInstant(value, 1000n, 3)),
  timestampFromMicroseconds: present((value: bigint) => writeInstant(value, 1_000_000n, 6)),
  timestampFromNanoseconds: present((value: bigint) => writeInstant(value, 1_000_000_000n, 9)),
  dateFromDays: present((days: number) => isoDay(BigInt(days)) ?? String(days)),
  stringFromBytes: present(textOf),
  jsonFromBytes: present(textOf),
  geometryFromBytes: present(hexOf),
  geographyFromBytes: present(hexOf),
  uuidFromBytes: present((bytes: Uint8Array) => hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')),
};

/** The shortest decimal that is this number among those of 32 bits: 0.1, not 0.10000000149011612. */
const writeSingle = (value: number): string => {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
};

const signedOf = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${hexOf(bytes)}`));

/** All digits of a decimal, as many behind the point as its column has. */
const writeDecimal = (value: unknown, scale: number): string => {
  const units = value instanceof Uint8Array ? signedOf(value) : BigInt(value as number | bigint);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`;
};

/** Newer than TypeScript's own declarations: keeps text as it is within JSON. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** JSON with all digits, for lists and maps. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint'
      ? rawJSON(String(part))
      : part instanceof Uint8Array
        ? textOf(part)
        : ArrayBuffer.isView(part)
          ? [...(part as unknown as Iterable<unknown>)]
          : part,
  );

const writeValue: CellWriter = (value) => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return hexOf(value);
  return typeof value === 'object' ? jsonOf(value) : String(value);
};

const timeUnits = { MILLIS: [1000n, 3], MICROS: [1_000_000n, 6], NANOS: [1_000_000_000n, 9] } as const;

const timeUnitOf = ({ converted_type: converted, logical_type: logical }: SchemaElement) => {
  if (logical?.type === 'TIME') return timeUnits[logical.unit];
  return converted === 'TIME_MILLIS' ? timeUnits.MILLIS : converted === 'TIME_MICROS' ? timeUnits.MICROS : null;
};

export const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  converted === 'DECIMAL' || logical?.type === 'DECIMAL';

/** How the values of a column are written, the one way that loses nothing. */
export const cellWriterOf = (element: SchemaElement): CellWriter => {
  const known =
    (write: CellWriter): CellWriter =>
    (value) =>
      value === null || value === undefined ? '' : write(value);
  if (isDecimal(element)) {
    const { logical_type: logical } = element;
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return known((value) => writeDecimal(value, scale));
  }
  const unit = timeUnitOf(element);
  if (unit) return known((value) => clock(BigInt(value as number | bigint), unit[0], unit[1]));
  if (element.type === 'FLOAT') return known((value) => writeSingle(value as number));
  return writeValue;
};
