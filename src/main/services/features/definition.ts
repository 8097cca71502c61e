import type { CustomerLines, CustomerOrders } from '../../../shared/engine/features/customer-lines.ts';
import type { FeatureGroup, ScoreBreaks, Unit } from '../../../shared/model/feature.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { CustomerFacts } from './read-customers.ts';
import type { ReturnSums } from './read-returns.ts';

/** What a feature reads beside customer, order, day and money of the lines that count. */
export type Need =
  | 'lines' // lines that count, by customer and order
  | 'returns' // what was bought and what came back, whatever the rules say
  | 'events'
  | 'customers' // customer tables
  | `number:${string}` // a column of numbers of the lines, by name
  | `level:${string}` // a column of words of the lines, by name
  | `eventLevel:${string}`
  | `fact:${string}`; // a column of the customer tables

/** Everything read for the features asked for; nothing in it is later than the day that it is as of. */
export interface FeatureData {
  /** Rows of every column, ascending. */
  readonly customerIds: Int32Array;
  /** Days since 1970; null where no day is known. */
  readonly asOf: number | null;
  readonly lines: CustomerLines;
  readonly orders: CustomerOrders;
  readonly events: CustomerLines;
  readonly returns: ReturnSums;
  readonly facts: CustomerFacts;
  readonly breaks: ScoreBreaks;
  /** Columns made before this one, by key. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** One number a customer, by row, or one of so many other things; hears of a cancel between two of them. */
  each(value: (row: number) => number, count?: number): Promise<Float64Array>;
}

export interface FeatureColumn {
  readonly key: string;
  readonly name: Message;
  readonly unit: Unit;
  readonly lineage: Message;
  readonly values: Float64Array;
}

/** One entry of the catalogue and how it is computed. */
export interface FeatureDefinition {
  readonly key: string;
  readonly group: FeatureGroup;
  readonly name: Message;
  readonly unit: Unit;
  readonly lineage: Message;
  readonly many: boolean;
  readonly formula: string | null;
  readonly needs: readonly Need[];
  /** Entries that must be computed before, by key. */
  readonly after: readonly string[];
  compute(data: FeatureData): Promise<FeatureColumn[]>;
}

type Spoken = Pick<FeatureDefinition, 'key' | 'group' | 'name' | 'unit' | 'lineage'>;

/** An entry of one column. */
export const oneColumn = (
  spoken: Spoken,
  needs: readonly Need[],
  values: (data: FeatureData) => Promise<Float64Array>,
  rest: Partial<Pick<FeatureDefinition, 'after' | 'formula'>> = {},
): FeatureDefinition => ({
  ...spoken,
  many: false,
  formula: null,
  after: [],
  ...rest,
  needs,
  compute: async (data) => {
    const { key, name, unit, lineage } = spoken;
    return [{ key, name, unit, lineage, values: await values(data) }];
  },
});

/** One of the columns of an entry: its level, how it is called, and its values. */
export interface LevelColumn {
  /** Null: all levels that have no column of their own. */
  readonly level: string | null;
  readonly values: Float64Array;
}

/** An entry of one column a level; the name's value `level` is null for the rest and in the catalogue. */
export const manyColumns = (
  spoken: Spoken,
  needs: readonly Need[],
  columns: (data: FeatureData) => Promise<readonly LevelColumn[]>,
): FeatureDefinition => ({
  ...spoken,
  many: true,
  formula: null,
  after: [],
  needs,
  compute: async (data) => {
    const { key, name, unit, lineage } = spoken;
    return (await columns(data)).map(({ level, values }) => ({
      key: `${key}=${level ?? '*'}`,
      name: {
        key: level === null ? `${name.key}.rest` : `${name.key}.level`,
        values: { ...name.values, level },
      },
      unit,
      lineage,
      values,
    }));
  },
});
