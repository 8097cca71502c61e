import { headerWords } from '../roles/header-words.ts';
import type { JsonRecord } from './json-records.ts';
import type { JsonTable } from './json-tables.ts';

/** A table as it is shown: its columns, and the rows that a record gives it. */
export interface JsonView {
  readonly name: string | null;
  readonly names: readonly string[];
  rowsOf(record: JsonRecord): readonly (readonly string[])[];
}

const money =
  /\b(total|subtotal|amount|price|sum|revenue|paid|spent|sales|value|betrag|summe|preis|umsatz|montant|prix|importe|precio|importo|prezzo|bedrag|prijs)\b/;
const ofLines = /\b(sku|quantity|qty|product|article|item|menge|artikel|produkt|quantite|cantidad|quantita|aantal)\b/;
const identity =
  /^(id|uuid|guid|key|code|number|no|name|email)$|^(order|invoice|receipt|transaction|sale|purchase|customer|client|user|member)s? ?(id|number|no|nr|key|code)$/;

const hasWord = (table: JsonTable, words: RegExp): boolean =>
  table.columns.some((name) => words.test(headerWords(name)));

const cellsOf = (record: JsonRecord): string[] => record.table.columns.map((_, j) => record.cells[j] ?? '');

/** “order” for the list “orders”; the last part of its path counts. */
const singular = (name: string | null): string => {
  const last = name?.split('.').at(-1) ?? '';
  if (/ies$/i.test(last)) return last.replace(/ies$/i, 'y');
  return /[^s]s$/i.test(last) ? last.slice(0, -1) : last || 'record';
};

/** What one order holds of many things, where the order itself says nothing of money: lines that need its facts. */
const linesOf = (table: JsonTable): JsonTable | null => {
  if (hasWord(table, money)) return null;
  const lines = table.listed.filter((listed) => hasWord(listed, ofLines) && hasWord(listed, money));
  return lines.length === 1 ? lines[0]! : null;
};

/** Records with what they list, a row for each listed one: nothing is lost, and no money stands twice. */
const joinedView = (table: JsonTable, lines: JsonTable): JsonView => ({
  name: table.name,
  names: [...table.columns, ...lines.columns.map((name) => `${lines.name}.${name}`)],
  rowsOf: (record) => {
    if (record.table !== table) return [];
    const own = cellsOf(record);
    const rows = record.listed.filter((listed) => listed.table === lines).map((line) => [...own, ...cellsOf(line)]);
    return rows.length > 0 ? rows : [own];
  },
});

/** Listed records with what tells whose they are: the names and numbers of the record, or its row. */
const listedView = (table: JsonTable, listed: JsonTable, rowOf: (record: JsonRecord) => number): JsonView => {
  const keys = table.columns.flatMap((name, j) => (identity.test(headerWords(name)) ? [j] : []));
  const owner = singular(table.name);
  return {
    name: table.name === null ? listed.name : `${table.name}.${listed.name}`,
    names: [
      ...(keys.length > 0 ? keys.map((j) => `${owner}.${table.columns[j]}`) : [`${owner}.row`]),
      ...listed.columns,
    ],
    rowsOf: (record) => {
      if (record.table !== table) return [];
      const own = keys.length > 0 ? keys.map((j) => record.cells[j] ?? '') : [String(rowOf(record))];
      return record.listed.filter((one) => one.table === listed).map((one) => [...own, ...cellsOf(one)]);
    },
  };
};

/**
 * The tables that a list of records is shown as: its own, and one for everything that records list in their turn. A shop
 * that exports orders with their totals gives orders, and lines that know which order they are of; one whose orders hold
 * no money gives lines that know all of their order.
 * @param rowOf row number of the record that was last read
 */
export const viewsOf = (table: JsonTable, rowOf: (record: JsonRecord) => number): JsonView[] => {
  const lines = linesOf(table);
  const listed = table.listed.filter((one) => one !== lines);
  const own: JsonView = lines
    ? joinedView(table, lines)
    : {
        name: table.name,
        names: table.columns,
        rowsOf: (record) => (record.table === table ? [cellsOf(record)] : []),
      };
  return [
    ...(own.names.length > 0 ? [own] : []),
    ...listed.filter(({ columns }) => columns.length > 0).map((one) => listedView(table, one, rowOf)),
  ];
};
