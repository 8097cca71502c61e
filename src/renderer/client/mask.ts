import type { Column, ColumnRole } from '../../shared/model/column.ts';
import type { Message } from '../../shared/model/message.ts';
import { type PersonalKind, personalKind } from '../../shared/model/personal-column.ts';
import { maskingMode } from './masking.ts';
import { pseudonymNumber } from './pseudonym.ts';

/** What stands in place of what is hidden. */
export const hiddenText = '•••';
const mail = /[^\s@<>,;"']+@[^\s@<>,;"']+\.[^\s@<>,;"']+/g;

type Cell = string | number | null;

/** A customer's own id as it is shown: a number that stands for it, or nothing. */
export const maskedKey = (key: string): string => {
  const { names, salt } = maskingMode();
  return names === 'hidden' ? hiddenText : String(pseudonymNumber(key, salt));
};
const maskedName = (key: string): string => {
  const { names, salt, called } = maskingMode();
  return names === 'hidden' ? hiddenText : called(pseudonymNumber(key, salt));
};

/** A customer as screens show one: id, name, e-mail address. */
export const maskedPerson = <Person extends { readonly key: string; readonly name: string | null }>(
  person: Person,
): Person => ({
  ...person,
  key: maskedKey(person.key),
  name: person.name === null ? null : maskedName(person.key),
  ...('email' in person && person.email !== null ? { email: hiddenText } : {}),
});

export const maskedCell = (kind: PersonalKind | null, cell: Cell): Cell => {
  if (cell === null || cell === '') return cell;
  if (kind === 'customer') return maskedKey(String(cell));
  if (kind === 'private') return hiddenText;
  return typeof cell === 'string' ? cell.replace(mail, hiddenText) : cell;
};
const maskedText = (kind: PersonalKind | null, text: string): string => String(maskedCell(kind, text) ?? '');

/** Columns of every table that was seen, by the table and by name: cells often come without them. */
const kindsBySource = new Map<number, readonly (PersonalKind | null)[]>();
const kindsByName = new Map<string, PersonalKind>();
interface NamedColumn {
  readonly name: string;
  readonly role: ColumnRole;
}
export const knowSources = (sources: readonly { readonly id: number; readonly columns: readonly NamedColumn[] }[]) => {
  for (const { id, columns } of sources) {
    kindsBySource.set(id, columns.map(personalKind));
    for (const column of columns) {
      const kind = personalKind(column);
      if (kind !== null) kindsByName.set(column.name, kind);
    }
  }
};
/** By its name alone, where nobody knows of which table it is: doubtful ones count as personal. */
export const kindOfName = (name: string): PersonalKind | null =>
  kindsByName.get(name) ?? personalKind({ name, role: 'none' });

/** Rows of a table that is known by its id; of one that is not, no text is shown. */
export const maskedRows = (sourceId: number, rows: readonly (readonly Cell[])[]): Cell[][] => {
  const kinds = kindsBySource.get(sourceId);
  return rows.map((cells) =>
    cells.map((cell, at) =>
      kinds === undefined ? (typeof cell === 'string' ? hiddenText : cell) : maskedCell(kinds[at] ?? null, cell),
    ),
  );
};

export const maskedCells = (columns: readonly NamedColumn[], cells: readonly Cell[]): Cell[] =>
  cells.map((cell, at) => maskedCell(columns[at] === undefined ? null : personalKind(columns[at]), cell));

export const maskedExamples = <One extends Pick<Column, 'name' | 'role' | 'examples'>>(column: One): One => ({
  ...column,
  examples: column.examples.map((text) => maskedText(personalKind(column), text)),
});

/** Values that sentences quote from cells. */
const quoted = new Set(['example', 'value', 'values', 'from', 'to', 'written', 'customer']);

/** A sentence about a column, without what it quotes from one that tells who somebody is. */
export const maskedMessage = (message: Message, isPersonal: boolean): Message => ({
  ...message,
  values: Object.fromEntries(
    Object.entries(message.values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && quoted.has(name)
        ? isPersonal
          ? hiddenText
          : value.replace(mail, hiddenText)
        : value,
    ]),
  ) as Message['values'],
});
/** The same where the sentence itself names its column. */
export const maskedByColumn = (message: Message): Message => {
  const column = message.values?.column;
  return maskedMessage(
    message,
    'customer' in (message.values ?? {}) || (typeof column === 'string' && kindOfName(column) !== null),
  );
};
