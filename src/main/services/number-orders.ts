/** Gives the orders of one import their numbers in the project. */
export interface OrderNumbers {
  /** Of the order with that index among those read; −1 for a line that has none: an order of its own. */
  numberOf(order: number, customer: number | null): number;
  /** The last number given. */
  readonly last: number;
  /** The next table begins. */
  nextTable(): void;
}

const grown = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> => {
  if (size <= array.length) return array;
  const larger = new Int32Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
};

/**
 * An order that goes on in another file of the same import stays one order where it is the same customer's; the same
 * number under another customer is another shop's. O(1) a line; 12 bytes an order, 4
 * where there is only one table.
 * @param after the last number that the project has given
 * @param isOnly whether no table follows the first
 */
export const createOrderNumbers = (after: number, isOnly = false): OrderNumbers => {
  let last = after;
  /** By index: the number, and the customer of its first line (plus one, 0 for none), of the table where it first came. */
  let firstNumber = new Int32Array(1024);
  let firstCustomer = new Int32Array(1024);
  /** By index: the number in this table; 0 where it has not come yet. */
  let here = new Int32Array(1024);
  return {
    get last() {
      return last;
    },
    numberOf: (order, customer) => {
      if (order < 0) {
        last += 1;
        return last;
      }
      if (order >= here.length) here = grown(here, order + 1);
      if (here[order] !== 0) return here[order]!;
      if (isOnly) {
        last += 1;
        here[order] = last;
        return last;
      }
      if (order >= firstNumber.length) {
        firstNumber = grown(firstNumber, order + 1);
        firstCustomer = grown(firstCustomer, order + 1);
      }
      const goesOn = firstNumber[order] !== 0 && firstCustomer[order] === (customer ?? -1) + 1;
      if (!goesOn) last += 1;
      const number = goesOn ? firstNumber[order]! : last;
      here[order] = number;
      if (firstNumber[order] === 0) {
        firstNumber[order] = number;
        firstCustomer[order] = (customer ?? -1) + 1;
      }
      return number;
    },
    nextTable: () => {
      here.fill(0);
    },
  };
};
