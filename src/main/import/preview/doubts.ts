import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { type ColumnFacts, filledCells, isNumeric, isUnique, type RoleGuess } from '../roles/guess-roles.ts';
import { adviceOf } from '../roles/presets/advice.ts';
import type { Preset } from '../roles/presets/preset.ts';
import { nameScore } from '../roles/role-words.ts';
import type { TypeReading } from '../typing/decide-type.ts';
import { isMissing } from '../typing/missing-words.ts';
import { createCellReader } from '../typing/read-cell.ts';
import { isOrderKind } from './line-reader.ts';
import type { TableSurvey } from './survey-table.ts';

interface Guessed {
  readonly survey: TableSurvey;
  readonly kind: SourceKind;
  readonly facts: readonly ColumnFacts[];
  readonly columns: readonly Column[];
  readonly readings: readonly TypeReading[];
  /** Null where a person said what the columns are. */
  readonly guess: RoleGuess | null;
  /** Other tables decided what kind it is. */
  readonly isGiven: boolean;
  /** The shop's export it is; its headings need no asking. */
  readonly preset: Preset | null;
}

const used: readonly ColumnRole[] = ['date', 'amount', 'price', 'quantity'];

/** A text that could mean two things, and what we take it to mean. */
const twoMeanings = ({ facts, columns, readings }: Guessed): Message[] =>
  columns.flatMap((column, at) => {
    const { doubt } = readings[at]!;
    if (doubt === null || !used.includes(column.role)) return [];
    const { evidence } = facts[at]!;
    const isDay = doubt === 'dayOrMonth';
    const read = createCellReader(column);
    const written =
      (isDay ? evidence.dates.example : evidence.examples.find((text) => /\d[.,]\d{3}$/.test(text))) ?? '';
    const { value } = read(written);
    if (value === null) return [];
    if (!isDay) return [message('source.doubt.thousands', { column: column.name, written, value })];
    const [year, month, day] = String(value).slice(0, 10).split('-');
    return [
      message('source.doubt.dayOrMonth', {
        column: column.name,
        written,
        taken: `${year}-${month}-${day}`,
        other: `${year}-${day}-${month}`,
      }),
    ];
  });

const missing = ({ kind, columns, preset }: Guessed): Message[] => {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const found: Message[] = [];
  if (!has('customer'))
    found.push(message('source.doubt.noCustomer'), message('source.doubt.exportInstead', adviceOf(preset)));
  if (!has('date')) found.push(message('source.doubt.noDate'));
  if (!has('amount') && (kind === 'orders' || !has('price'))) found.push(message('source.doubt.noMoney'));
  return found;
};

const guessedByValues = ({ survey, columns, facts, guess, preset }: Guessed): Message[] => {
  if (preset) return [];
  if (survey.table.headerRow === 0)
    return [
      message('source.doubt.noHeader', {
        customer: columns.find(({ role }) => role === 'customer')?.name ?? null,
        date: columns.find(({ role }) => role === 'date')?.name ?? null,
        amount: columns.find(({ role }) => role === 'amount')?.name ?? null,
      }),
    ];
  return columns.flatMap(({ role, name, examples }, at) => {
    const isWeak =
      ['customer', 'date', 'amount', 'price'].includes(role) &&
      nameScore(role, facts[at]!.words) < sure &&
      !isAddress(role, facts[at]!) &&
      !isPhone(role, facts[at]!);
    return role !== 'none' && (guess?.byValues.includes(role) || isWeak)
      ? [message('source.doubt.byValues', { role, column: name, example: examples[0] ?? null })]
      : [];
  });
};

/** An e-mail address names a customer whatever the heading. */
const isAddress = (role: ColumnRole, column: ColumnFacts): boolean =>
  role === 'customer' && column.evidence.emails > filledCells(column) * 0.9;

/** So does a phone number under its own heading; a note says so. */
const isPhone = (role: ColumnRole, column: ColumnFacts): boolean =>
  role === 'customer' && nameScore('phone', column.words) >= 90;

/** A heading that says no more than this is asked about. */
const sure = 55;

const ofCustomers = ({ survey, facts, columns }: Guessed): Message[] => {
  const at = columns.findIndex(({ role }) => role === 'customer');
  const key = facts[at];
  if (!key) return [message('source.doubt.noKey')];
  if (isUnique(key)) return [];
  const rows = filledCells(key);
  const different = columns[at]!.distinct;
  return rows - different > survey.rows * 0.02
    ? [message('source.doubt.repeatedKey', { column: key.name, rows, different })]
    : [];
};

const currencyName = /^(lineitem |order |sale |payment |transaction )?(currency|wahrung|devise|moneda|valuta)( code)?$/;

/** Money that cannot be added up. A column of converted amounts has one of the currency they are converted to. */
const currencies = ({ facts, columns }: Guessed): Message[] => {
  const money = facts[columns.findIndex(({ role }) => role === 'amount' || role === 'price')];
  if (!money) return [];
  const isConverted = money.words.startsWith('converted ');
  const column = facts.find(({ words }) => (isConverted ? words === 'converted currency' : currencyName.test(words)));
  const codes = [...(column?.evidence.values?.keys() ?? [])].filter((code) => !isMissing(code));
  const different = [...new Set(codes.map((code) => code.trim().toUpperCase()))].sort();
  return column && different.length > 1
    ? [message('source.doubt.currencies', { column: column.name, currencies: different.slice(0, 4).join(', ') })]
    : [];
};

/** All rows are one customer's: there is nobody to tell apart. */
const oneCustomer = ({ columns, survey }: Guessed): Message[] => {
  const key = columns.find(({ role }) => role === 'customer');
  return key && key.distinct === 1 && survey.rows > 1
    ? [message('source.doubt.oneCustomer', { column: key.name, customer: key.examples[0] ?? '' })]
    : [];
};

/** Dated events that cannot be anybody's. */
const ofNobody = ({ columns }: Guessed): Message[] => {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  return has('date') && !has('customer') ? [message('source.doubt.eventsOfNobody')] : [];
};

/** What a person should look at before they say that it is right. Nothing where they said it themselves. */
export const doubtsOf = (guessed: Guessed): Message[] => {
  const { kind, guess, facts, isGiven } = guessed;
  const meanings = isOrderKind(kind) ? twoMeanings(guessed) : [];
  if (!guess) return meanings;
  if (kind === 'customers') {
    const none = facts.some(isNumeric) ? [] : [message('source.doubt.noFacts')];
    return [...ofCustomers(guessed), ...none];
  }
  if (kind === 'events' && !isGiven) return ofNobody(guessed);
  if (!isOrderKind(kind)) return [];
  const rival = guess.rivalCustomer;
  const chosen = guessed.columns.find(({ role }) => role === 'customer')?.name;
  return [
    ...missing(guessed),
    ...(rival !== null && chosen !== undefined ? [message('source.doubt.twoCustomers', { chosen, rival })] : []),
    ...oneCustomer(guessed),
    ...guessedByValues(guessed),
    ...currencies(guessed),
    ...meanings,
  ];
};
