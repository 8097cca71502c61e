import type { Column } from '../../shared/model/column.ts';
import type { RowFilter } from '../../shared/model/rows.ts';
import { t } from '../client/words.ts';

/** A filter of one column's cells. */
export type CellFilter = Exclude<RowFilter, { test: 'aside' }>;
export type AsideChoice = 'all' | Extract<RowFilter, { test: 'aside' }>['reason'];

/** What can be asked of a column; `yes` and `no` are cells that equal 1 and 0. */
export type Question = CellFilter['test'] | 'yes' | 'no';

/** Identifiers are looked for by their digits, though they are numbers: 12,583 is no customer. */
export const isIdentity = ({ role }: Pick<Column, 'role'>): boolean => role === 'customer' || role === 'order';

/** What goes with a column, the likeliest first. */
export const questionsOf = (column: Pick<Column, 'type' | 'role'>): readonly Question[] => {
  switch (column.type) {
    case 'integer':
    case 'decimal':
      return isIdentity(column)
        ? ['contains', 'equals', 'between', 'empty', 'filled', 'odd']
        : ['between', 'equals', 'contains', 'empty', 'filled', 'odd'];
    case 'date':
    case 'timestamp':
      return ['days', 'contains', 'empty', 'filled', 'odd'];
    case 'boolean':
      return ['yes', 'no', 'empty', 'filled', 'odd'];
    default:
      return ['contains', 'equals', 'empty', 'filled'];
  }
};

/** What a person has typed so far. */
export interface Draft {
  readonly question: Question;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export const draftOf = (
  column: Pick<Column, 'type' | 'role'>,
  filter: CellFilter | undefined,
  questions: readonly Question[] = questionsOf(column),
): Draft => {
  const none: Draft = { question: questions[0]!, text: '', from: '', to: '' };
  if (filter === undefined) return none;
  switch (filter.test) {
    case 'contains':
    case 'equals':
      return column.type === 'boolean'
        ? { ...none, question: filter.text === '1' ? 'yes' : 'no' }
        : { ...none, question: filter.test, text: filter.text };
    case 'between':
      return { ...none, question: 'between', from: String(filter.least ?? ''), to: String(filter.most ?? '') };
    case 'days':
      return { ...none, question: 'days', from: filter.first ?? '', to: filter.last ?? '' };
    default:
      return { ...none, question: filter.test };
  }
};

/** The filter that a draft amounts to; null where it says nothing yet. */
export const filterOf = (column: string, { question, text, from, to }: Draft): CellFilter | null => {
  switch (question) {
    case 'contains':
    case 'equals':
      return text.trim() === '' ? null : { test: question, column, text: text.trim() };
    case 'yes':
    case 'no':
      return { test: 'equals', column, text: question === 'yes' ? '1' : '0' };
    case 'between': {
      const [least, most] = [from, to].map((one) => (one.trim() === '' ? undefined : Number(one)));
      if (least === undefined && most === undefined) return null;
      return {
        ...{ test: 'between', column },
        ...(least === undefined ? {} : { least }),
        ...(most === undefined ? {} : { most }),
      };
    }
    case 'days':
      if (from === '' && to === '') return null;
      return {
        ...{ test: 'days', column },
        ...(from === '' ? {} : { first: from }),
        ...(to === '' ? {} : { last: to }),
      };
    default:
      return { test: question, column };
  }
};

/** A filter in words: “Price from 10 to 20”. */
export const filterText = (
  filter: CellFilter,
  type: Column['type'] | undefined,
  column: string = filter.column,
): string => {
  switch (filter.test) {
    case 'contains':
      return t('rows.where.contains', { column, text: filter.text });
    case 'equals':
      if (type === 'boolean') return t(filter.text === '1' ? 'rows.where.yes' : 'rows.where.no', { column });
      return t('rows.where.equals', { column, text: filter.text });
    case 'between':
      return t('rows.where.between', { column, least: filter.least ?? null, most: filter.most ?? null });
    case 'days':
      return t('rows.where.days', { column, first: filter.first ?? null, last: filter.last ?? null });
    default:
      return t(`rows.where.${filter.test}`, { column });
  }
};
