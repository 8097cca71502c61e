import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { type ColumnFacts, filledCells, isNumeric, isUnique, type RoleGuess } from '../roles/guess-roles.ts';
import { nameScore } from '../roles/role-words.ts';
import type { TypeReading } from '../typing/decide-type.ts';
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

const missing = ({ kind, columns }: Guessed): Message[] => {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const found: Message[] = [];
  if (!has('customer')) found.push(message('source.doubt.noCustomer'));
  if (!has('date')) found.push(message('source.doubt.noDate'));
  if (!has('amount') && (kind === 'orders' || !has('price'))) found.push(message('source.doubt.noMoney'));
  return found;
};

const guessedByValues = ({ survey, columns, facts, guess }: Guessed): Message[] => {
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
      !isAddress(role, facts[at]!);
    return role !== 'none' && (guess?.byValues.includes(role) || isWeak)
      ? [message('source.doubt.byValues', { role, column: name, example: examples[0] ?? null })]
      : [];
  });
};

/** An e-mail address names a customer whatever the heading. */
const isAddress = (role: ColumnRole, column: ColumnFacts): boolean =>
  role === 'customer' && column.evidence.emails > filledCells(column) * 0.9;

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

/** What a person should look at before they say that it is right. Nothing where they said it themselves. */
export const doubtsOf = (guessed: Guessed): Message[] => {
  const { kind, guess, facts } = guessed;
  const meanings = isOrderKind(kind) ? twoMeanings(guessed) : [];
  if (!guess) return meanings;
  if (kind === 'customers') {
    const none = facts.some(isNumeric) ? [] : [message('source.doubt.noFacts')];
    return [...ofCustomers(guessed), ...none];
  }
  if (!isOrderKind(kind)) return [];
  const rival = guess.rivalCustomer;
  const chosen = guessed.columns.find(({ role }) => role === 'customer')?.name;
  return [
    ...missing(guessed),
    ...(rival !== null && chosen !== undefined ? [message('source.doubt.twoCustomers', { chosen, rival })] : []),
    ...guessedByValues(guessed),
    ...meanings,
  ];
};
