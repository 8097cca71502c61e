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
  /** Each customer's place among them. */
  readonly placeOf: Int32Array;
  readonly total: number;
}

/** Numbers each different value of a column by its first appearance. */
const codesOf = (values: Float64Array): { readonly codes: Int32Array; readonly count: number } => {
  const seen = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    let code = seen.get(value);
    if (code === undefined) {
      code = seen.size;
      seen.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, count: seen.size };
};

/**
 * Counts equal histories together: most customers of a shop came once, and days are whole, so that there are far fewer
 * histories than customers. O(n).
 */
export const countHistories = ({ frequency, recency, observed }: PurchaseHistories): CountedHistories => {
  const n = frequency.length;
  const [x, last, seen] = [codesOf(frequency), codesOf(recency), codesOf(observed)];
  const places = new Map<number, number>();
  const placeOf = new Int32Array(n);
  const firsts: number[] = [];
  const customers: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const key = (x.codes[i]! * last.count + last.codes[i]!) * seen.count + seen.codes[i]!;
    let place = places.get(key);
    if (place === undefined) {
      place = firsts.length;
      places.set(key, place);
      firsts.push(i);
      customers.push(0);
    }
    placeOf[i] = place;
    customers[place]! += 1;
  }
  const pick = (values: Float64Array) => Float64Array.from(firsts, (row) => values[row]!);
  return {
    frequency: pick(frequency),
    recency: pick(recency),
    observed: pick(observed),
    customers: Float64Array.from(customers),
    placeOf,
    total: n,
  };
};
