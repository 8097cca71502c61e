/** One bought or returned line of one customer and one product. */
export interface TradedLine {
  readonly row: number;
  /** Days since 1970. */
  readonly day: number;
  /** Above zero where bought, below where returned. */
  readonly quantity: number;
}

export interface ReturnMatch {
  /** Rows of purchases that were taken back whole. */
  readonly whole: readonly number[];
  /** Purchases of which a part was taken back. */
  readonly partly: number;
  /** Returned lines for which an earlier purchase was found. */
  readonly matched: number;
  readonly unmatched: number;
}

/**
 * Ties what one customer returned of one product to what they bought of it: a return takes back an earlier purchase of the
 * same quantity first, else the latest ones before it. O(returns × purchases) of the pair.
 */
export const matchReturns = (lines: readonly TradedLine[]): ReturnMatch => {
  const bought = lines.filter(({ quantity }) => quantity > 0).map((line) => ({ ...line, left: line.quantity }));
  const returned = lines.filter(({ quantity }) => quantity < 0).sort((a, b) => a.day - b.day || a.row - b.row);
  // Latest first.
  bought.sort((a, b) => b.day - a.day || b.row - a.row);
  let matched = 0;
  for (const { day, quantity } of returned) {
    let rest = -quantity;
    const before = bought.filter((line) => line.day <= day && line.left > 0);
    const same = before.find((line) => line.left === rest && line.left === line.quantity);
    if (before.length > 0) matched += 1;
    for (const line of same === undefined ? before : [same]) {
      const taken = Math.min(rest, line.left);
      line.left -= taken;
      rest -= taken;
      if (rest <= 0) break;
    }
  }
  return {
    whole: bought.filter(({ left }) => left <= 0).map(({ row }) => row),
    partly: bought.filter(({ left, quantity }) => left > 0 && left < quantity).length,
    matched,
    unmatched: returned.length - matched,
  };
};
