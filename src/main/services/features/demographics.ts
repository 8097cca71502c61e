import { topLevels } from '../../../shared/engine/features/top-levels.ts';
import type { Column } from '../../../shared/model/column.ts';
import { message } from '../../../shared/model/message.ts';
import type { SqlValue } from '../../store/sqlite.ts';
import { isFeatureColumn, unitOf } from '../aggregate-customers.ts';
import { epochDay } from '../aggregate-orders.ts';
import { columnsWhere, isKinds, toldOf } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, type LevelColumn, manyColumns, oneColumn } from './definition.ts';
import { orderedWords } from './ordered-words.ts';
import { type Setting, spoken } from './setting.ts';

const most = 10;
/** Levels of fewer customers than this share are told together. */
const leastShare = 0.01;

const numberOf = (value: SqlValue | undefined): number => (typeof value === 'number' ? value : Number.NaN);
const yes = /^(y|yes|true|1|ja|oui|si|sí|x|subscribed|opted[ -]?in|granted|given)$/i;
const no = /^(n|no|false|0|nein|non|nee|unsubscribed|opted[ -]?out|denied|withdrawn)$/i;

/** 1, 0, or not said. */
const flagOf = (value: SqlValue | undefined): number => {
  if (typeof value === 'number') return value === 0 ? 0 : 1;
  if (typeof value !== 'string') return Number.NaN;
  return yes.test(value.trim()) ? 1 : no.test(value.trim()) ? 0 : Number.NaN;
};

const fromFact =
  (name: string, read: (value: SqlValue | undefined) => number) =>
  ({ facts, customerIds, each }: FeatureData): Promise<Float64Array> => {
    const values = facts.columns.get(name);
    return each((row) => read(values?.[customerIds[row]!]));
  };

const wordsOf = ({ facts, customerIds }: FeatureData, name: string): (string | null)[] => {
  const values = facts.columns.get(name);
  return Array.from(customerIds, (id) => {
    const value = values?.[id];
    return value === null || value === undefined ? null : String(value);
  });
};

const ranked =
  (name: string) =>
  async (data: FeatureData): Promise<Float64Array> => {
    const words = wordsOf(data, name);
    const ranks = orderedWords([...new Set(words.filter((word) => word !== null))]);
    return data.each((row) => ranks?.get(words[row] ?? '') ?? Number.NaN);
  };

/** One column a level: 1 for those who have it, 0 for the others, missing where nothing is said. */
const oneHot =
  (name: string) =>
  async (data: FeatureData): Promise<LevelColumn[]> => {
    const words = wordsOf(data, name);
    const codes = new Map<string, number>();
    for (const word of words) if (word !== null && !codes.has(word)) codes.set(word, codes.size);
    const weights = new Float64Array(codes.size);
    for (const word of words) if (word !== null) weights[codes.get(word)!]! += 1;
    const names = [...codes.keys()];
    const top = topLevels(names, weights, most, leastShare);
    const width = top.codes.length + (top.hasRest ? 1 : 0);
    const columns: LevelColumn[] = [];
    for (let place = 0; place < width; place += 1) {
      columns.push({
        level: place < top.codes.length ? names[top.codes[place]!]! : null,
        values: await data.each((row) => {
          const word = words[row]!;
          return word === null ? Number.NaN : top.place[codes.get(word)!] === place ? 1 : 0;
        }),
      });
    }
    return columns;
  };

/** Days from a date to the day everything is as of, or to the last of these dates where no day is known. */
const daysSince =
  (name: string) =>
  (data: FeatureData): Promise<Float64Array> => {
    const values = data.facts.columns.get(name);
    const dayOf = (row: number): number => {
      const value = values?.[data.customerIds[row]!];
      return typeof value === 'string' ? epochDay(value) : Number.NaN;
    };
    let end = data.asOf ?? Number.NEGATIVE_INFINITY;
    if (data.asOf === null)
      data.customerIds.forEach((_, row) => {
        const day = dayOf(row);
        if (day > end) end = day;
      });
    // A date that is still to come was not known on that day.
    return data.each((row) => (dayOf(row) <= end ? end - dayOf(row) : Number.NaN));
  };

const isPlain = ({ role }: Column): boolean => role === 'none';

/** What customer tables say: numbers as they stand, yes or no, ranks, levels, dates. */
export const demographicFeatures = ({ at, asOf }: Setting): FeatureDefinition[] => {
  const found: FeatureDefinition[] = [];
  const via = (sourceId: number) => toldOf(at.joins.facts, sourceId);
  for (const { column, file, sourceId } of columnsWhere(at.customers, isFeatureColumn)) {
    const { name } = column;
    found.push(
      oneColumn(
        {
          key: `column:${name}`,
          group: 'demographics',
          name: message('feature.column', { name }),
          unit: unitOf(column),
          lineage: message('feature.column.from', { column: name, file, ...via(sourceId) }),
        },
        ['customers', `fact:${name}`],
        fromFact(name, numberOf),
      ),
    );
  }
  for (const { column, file, sourceId } of columnsWhere(at.customers, (one) => isPlain(one) && one.type === 'boolean'))
    found.push(
      oneColumn(
        spoken('demographics', 'flag', 'number', { column: column.name, file, ...via(sourceId) }, column.name),
        ['customers', `fact:${column.name}`],
        fromFact(column.name, flagOf),
      ),
    );
  for (const { column, file, sourceId } of columnsWhere(at.customers, ({ role }) => role === 'consent'))
    found.push(
      oneColumn(
        spoken('demographics', 'consent', 'number', { column: column.name, file, ...via(sourceId) }, column.name),
        ['customers', `fact:${column.name}`],
        fromFact(column.name, flagOf),
      ),
    );
  for (const { column, file, sourceId } of columnsWhere(at.customers, isKinds)) {
    const { name } = column;
    const needs = ['customers', `fact:${name}`] as const;
    if (orderedWords(column.examples) !== null)
      found.push(
        oneColumn(
          spoken('demographics', 'rank', 'number', { column: name, file, ...via(sourceId) }, name),
          needs,
          ranked(name),
        ),
      );
    found.push(
      manyColumns(
        spoken('demographics', 'level', 'number', { column: name, file, level: null, ...via(sourceId) }, name),
        needs,
        oneHot(name),
      ),
    );
  }
  const isDate = ({ type, role }: Column): boolean =>
    (type === 'date' || type === 'timestamp') && (role === 'none' || role === 'date');
  for (const { column, file, sourceId } of columnsWhere(at.customers, isDate))
    found.push(
      oneColumn(
        spoken('demographics', 'daysSince', 'days', { column: column.name, file, asOf, ...via(sourceId) }, column.name),
        ['customers', `fact:${column.name}`],
        daysSince(column.name),
      ),
    );
  return found;
};
