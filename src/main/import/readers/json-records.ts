import { AppError } from '../../../shared/errors.ts';
import { columnOf, fieldOf, type JsonField, type JsonTable, listedAt, newTable } from './json-tables.ts';
import type { JsonHandler } from './scan-json.ts';

/** One record: its cells by column, and the records that it lists. */
export interface JsonRecord {
  readonly table: JsonTable;
  readonly cells: string[];
  readonly listed: JsonRecord[];
}

/** Every document is a record (JSON Lines), or each holds lists of them. */
export type JsonLayout = 'records' | 'lists';

/**
 * Where the reader stands: in an object around the lists, in a list of records, in a record or an object within it, in a
 * list within a record of which nothing has been seen yet, or in something that is passed over or written as it is.
 */
type Frame =
  | { readonly in: 'wrapper'; readonly path: string; key: string }
  | { readonly in: 'wrapperList'; readonly path: string }
  | { readonly in: 'list'; readonly table: JsonTable }
  | { readonly in: 'record'; readonly record: JsonRecord; readonly field: JsonField; key: string }
  | { readonly in: 'newList'; readonly record: JsonRecord; readonly field: JsonField }
  | { readonly in: 'listed'; readonly record: JsonRecord; readonly table: JsonTable }
  | { readonly in: 'passed' };

/** Gathers the text of a value that is written as JSON. */
const createJsonText = () => {
  let text = '';
  let ends: string[] = [];
  let needsComma = false;
  const lead = (): string => (needsComma ? ',' : '');
  return {
    isOpen: () => ends.length > 0,
    open: (isList: boolean): void => {
      text += lead() + (isList ? '[' : '{');
      ends.push(isList ? ']' : '}');
      needsComma = false;
    },
    key: (name: string): void => {
      text += `${lead()}${JSON.stringify(name)}:`;
      needsComma = false;
    },
    value: (value: string | null, isText: boolean): void => {
      text += lead() + (value === null ? 'null' : isText ? JSON.stringify(value) : value);
      needsComma = true;
    },
    close: (): void => {
      text += ends.pop();
      needsComma = true;
    },
    take: (): string => {
      const taken = text;
      text = '';
      ends = [];
      needsComma = false;
      return taken;
    },
  };
};

const noRecords = (file: string) => new AppError('fileUnreadable', { file, reason: 'it holds no list of records' });

interface Hearing {
  /** A record is complete. */
  record(record: JsonRecord): void;
  /** Documents follow each other though they were taken for one that holds lists. */
  anotherDocument(): void;
}

/**
 * Puts records together from what JSON holds. Objects within a record become columns with dotted names, objects that it
 * lists become records of a table of their own, other lists and what is listed deeper is written as JSON.
 * @param top the table of records that stand in no named list
 * @param wrapped tables by the path of their list, added to as they are found
 */
export const createRecordReader = (
  file: string,
  layout: JsonLayout,
  top: JsonTable,
  wrapped: Map<string, JsonTable>,
  hearing: Hearing,
): JsonHandler => {
  const frames: Frame[] = [];
  const json = createJsonText();
  /** Where the text of the value that is written as JSON belongs. */
  let jsonAt: { readonly record: JsonRecord; readonly field: JsonField } | null = null;
  let documents = 0;

  const newRecord = (table: JsonTable): JsonRecord => ({ table, cells: [], listed: [] });
  const setCell = (record: JsonRecord, field: JsonField, text: string): void => {
    record.cells[columnOf(record.table, field, file)] = text;
  };
  const finish = (record: JsonRecord): void => {
    record.table.rows++;
    hearing.record(record);
  };
  const writeJson = (record: JsonRecord, field: JsonField, ...opened: boolean[]): void => {
    jsonAt = { record, field };
    for (const isList of opened) json.open(isList);
  };
  const openRecord = (record: JsonRecord): void => {
    frames.push({ in: 'record', record, field: record.table.root, key: '' });
  };
  const wrappedAt = (path: string): JsonTable => {
    const known = wrapped.get(path) ?? newTable(path);
    wrapped.set(path, known);
    return known;
  };
  /** A member of a list that is no object has a column of its own. */
  const valueField = (table: JsonTable): JsonField => fieldOf(table.root, 'value', file);

  const openTop = (isList: boolean): void => {
    if (documents > 0 && layout === 'lists' && !isList) hearing.anotherDocument();
    if (isList) frames.push({ in: 'list', table: top });
    else if (layout === 'records') openRecord(newRecord(top));
    else frames.push({ in: 'wrapper', path: '', key: '' });
  };

  const openIn = (frame: Frame, isList: boolean): void => {
    switch (frame.in) {
      case 'wrapper': {
        const path = frame.path === '' ? frame.key : `${frame.path}.${frame.key}`;
        frames.push(isList ? { in: 'wrapperList', path } : { in: 'wrapper', path, key: '' });
        return;
      }
      case 'wrapperList': {
        frames.pop();
        if (isList) {
          frames.push({ in: 'passed' }, { in: 'passed' });
          return;
        }
        const table = wrappedAt(frame.path);
        frames.push({ in: 'list', table });
        openRecord(newRecord(table));
        return;
      }
      case 'list':
      case 'listed':
        if (!isList) openRecord(newRecord(frame.table));
        else if (frame.table === top) throw noRecords(file);
        else writeJson(newRecord(frame.table), valueField(frame.table), true);
        return;
      case 'record': {
        const field = fieldOf(frame.field, frame.key, file);
        frames.push(
          isList
            ? { in: 'newList', record: frame.record, field }
            : { in: 'record', record: frame.record, field, key: '' },
        );
        return;
      }
      case 'newList': {
        frames.pop();
        const { record, field } = frame;
        if (isList || record.table.isListed) {
          writeJson(record, field, true, isList);
          return;
        }
        const table = listedAt(record.table, field);
        frames.push({ in: 'listed', record, table });
        openRecord(newRecord(table));
        return;
      }
      case 'passed':
        frames.push({ in: 'passed' });
    }
  };

  /** Hands a finished record of the list that encloses it to whom it belongs. */
  const place = (record: JsonRecord): void => {
    const around = frames.at(-1);
    if (around?.in === 'listed') around.record.listed.push(record);
    else finish(record);
  };

  return {
    open: (isList) => {
      if (jsonAt) return json.open(isList);
      const frame = frames.at(-1);
      if (frame) openIn(frame, isList);
      else openTop(isList);
    },
    key: (name) => {
      if (jsonAt) return json.key(name);
      const frame = frames.at(-1);
      if (frame?.in === 'wrapper' || frame?.in === 'record') frame.key = name;
    },
    value: (text, isText) => {
      if (jsonAt) return json.value(text, isText);
      const frame = frames.at(-1);
      switch (frame?.in) {
        case undefined:
          throw noRecords(file);
        case 'record':
          // A key that is repeated or empty counts as it comes; null is a value that is not there.
          setCell(frame.record, fieldOf(frame.field, frame.key, file), text ?? '');
          return;
        case 'newList':
          frames.pop();
          writeJson(frame.record, frame.field, true);
          return json.value(text, isText);
        case 'list':
        case 'listed': {
          if (frame.in === 'list' && frame.table === top) throw noRecords(file);
          if (text === null) return;
          const record = newRecord(frame.table);
          setCell(record, valueField(frame.table), text);
          return place(record);
        }
        case 'wrapperList':
          frames.pop();
          frames.push({ in: 'passed' });
      }
    },
    close: () => {
      if (jsonAt) {
        json.close();
        if (json.isOpen()) return;
        const { record, field } = jsonAt;
        jsonAt = null;
        setCell(record, field, json.take());
        const frame = frames.at(-1);
        if (frame?.in === 'list' || frame?.in === 'listed') place(record);
        return;
      }
      const frame = frames.pop();
      if (frame?.in === 'record' && frame.field === frame.record.table.root) place(frame.record);
    },
    documentEnd: () => {
      documents++;
    },
  };
};
