/**
 * What probability models know of a customer: repeat orders after the first, when the last of them came, and how long the
 * customer has been seen. Times in one unit, counted from the customer's own first order.
 */
export interface PurchaseHistories {
  /** Repeat orders, x: whole numbers from 0. */
  readonly frequency: Float64Array;
  /** From the first to the last order, t_x; 0 without a repeat order. */
  readonly recency: Float64Array;
  /** From the first order to the end of the observation, T. */
  readonly observed: Float64Array;
}

/** The same with every different history once, and how many customers share it. */
export interface CountedHistories extends PurchaseHistories {
  readonly customers: Float64Array;
  /** The same columns coded: what depends on one of them alone is worked out once for each different value. */
  readonly coded: Readonly<Record<'frequency' | 'recency' | 'observed', CodedColumn>>;
  readonly total: number;
}

/** A column as the different values in it and, by row, which of them. */
export interface CodedColumn {
  readonly values: Float64Array;
  readonly codes: Int32Array;
}

/** Whole numbers up to here are looked up in an array instead of a map. */
const mostPlaces = 1_000_000;

const isSmallWhole = (column: Float64Array): boolean => {
  for (const value of column) if (!(value >= 0 && value <= mostPlaces && Number.isInteger(value))) return false;
  return true;
};

/** Numbers each different value of a column by its first appearance. O(n). */
export const codeColumn = (column: Float64Array): CodedColumn => {
  const codes = new Int32Array(column.length);
  const values: number[] = [];
  if (isSmallWhole(column)) {
    const codeOf = new Int32Array(column.reduce((most, value) => Math.max(most, value), 0) + 1).fill(-1);
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i]!;
      if (codeOf[value] === -1) {
        codeOf[value] = values.length;
        values.push(value);
      }
      codes[i] = codeOf[value]!;
    }
  } else {
    const codeOf = new Map<number, number>();
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i]!;
      let code = codeOf.get(value);
      if (code === undefined) {
        code = values.length;
        codeOf.set(value, code);
        values.push(value);
      }
      codes[i] = code;
    }
  }
  return { values: Float64Array.from(values), codes };
};

/**
 * Counts equal histories together: most customers of a shop came once, and days are whole, so that there are far fewer
 * histories than customers. O(n).
 */
export const countHistories = ({ frequency, recency, observed }: PurchaseHistories): CountedHistories => {
  const n = frequency.length;
  const [x, last, seen] = [codeColumn(frequency), codeColumn(recency), codeColumn(observed)];
  const places = new Map<number, number>();
  const firsts: number[] = [];
  const customers: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const key = (x.codes[i]! * last.values.length + last.codes[i]!) * seen.values.length + seen.codes[i]!;
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, firsts.length);
      firsts.push(i);
      customers.push(1);
    } else customers[place]! += 1;
  }
  return pickHistories({ frequency, recency, observed }, { frequency: x, recency: last, observed: seen }, firsts, {
    customers: Float64Array.from(customers),
    total: n,
  });
};

type Columns = Readonly<Record<'frequency' | 'recency' | 'observed', CodedColumn>>;

const pickHistories = (
  histories: PurchaseHistories,
  coded: Columns,
  rows: readonly number[],
  rest: Pick<CountedHistories, 'customers' | 'total'>,
): CountedHistories => {
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  const pickCodes = ({ values, codes }: CodedColumn): CodedColumn => ({
    values,
    codes: Int32Array.from(rows, (row) => codes[row]!),
  });
  return {
    frequency: pick(histories.frequency),
    recency: pick(histories.recency),
    observed: pick(histories.observed),
    coded: {
      frequency: pickCodes(coded.frequency),
      recency: pickCodes(coded.recency),
      observed: pickCodes(coded.observed),
    },
    ...rest,
  };
};

/** Every so many of the different histories, with their customers: enough to find the way to the top. O(n). */
export const thinHistories = (histories: CountedHistories, most: number): CountedHistories => {
  const step = Math.max(1, Math.ceil(histories.frequency.length / most));
  const rows = Array.from({ length: Math.ceil(histories.frequency.length / step) }, (_, i) => i * step);
  const customers = Float64Array.from(rows, (row) => histories.customers[row]!);
  return pickHistories(histories, histories.coded, rows, {
    customers,
    total: customers.reduce((sum, count) => sum + count, 0),
  });
};

/** The same with all times in another unit. O(n). */
export const inUnit = (histories: CountedHistories, unit: number): CountedHistories => {
  const scale = (times: Float64Array) => times.map((time) => time / unit);
  const { frequency, recency, observed } = histories.coded;
  return {
    ...histories,
    recency: scale(histories.recency),
    observed: scale(histories.observed),
    coded: {
      frequency,
      recency: { ...recency, values: scale(recency.values) },
      observed: { ...observed, values: scale(observed.values) },
    },
  };
};
