import { type Message, message } from '../../../shared/model/message.ts';
import type { Cell } from '../../../shared/table/csv-line.ts';
import { say } from '../../../shared/words/say.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { ExportTable } from '../export-rows.ts';
import type { Side } from './compared-side.ts';
import { flowCustomers } from './flow-customers.ts';

const dayOrNumber = ({ view }: Side, other: Side): string =>
  view.asOf !== null && view.asOf !== other.view.asOf ? view.asOf : '';

/** Everybody of one flow: who, and each fact as it was and as it is; once where both are about the same day. */
export const flowTable = (db: Sqlite, a: Side, b: Side, code: number, locale?: string): ExportTable => {
  const { features, rows } = flowCustomers(db, a, b, { code, offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const isOne = a.snapshot.id === b.snapshot.id;
  const days = [dayOrNumber(a, b), dayOrNumber(b, a)];
  const word = (key: string, values: Message['values'] = {}) => say(message(`file.flow.${key}`, values), locale);
  const header = [word('customer'), word('name')];
  for (const { name } of features) {
    const fact = say(name, locale);
    const dated = (day: string, at: number) =>
      day === '' ? word(at === 0 ? 'before' : 'after', { fact }) : word('fact', { fact, day });
    header.push(...(isOne ? [fact] : days.map(dated)));
  }
  return {
    header,
    rows: rows.map(({ key, name, before, after }): Cell[] => [
      key,
      name,
      ...features.flatMap((_, at) => (isOne ? [after[at] ?? null] : [before[at] ?? null, after[at] ?? null])),
    ]),
  };
};
