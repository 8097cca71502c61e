import { groupRows } from '../../../shared/engine/features/group-rows.ts';
import { usualPrice } from '../../../shared/engine/features/usual-price.ts';
import { columnsWhere, columnWithRole, hasMoney, isNumber } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

const discountWords = /discount|rabatt|nachlass|remise|descuento|sconto|korting/i;
/** Prices at most this part of the usual one are reduced; rounding is no discount. */
const reducedBelow = 0.99;

/** Share of the lines, among those of which it is known, for which `isSo` holds. */
const shareOfLines = (
  { lines, each }: FeatureData,
  isKnown: (line: number) => boolean,
  isSo: (line: number) => boolean,
): Promise<Float64Array> =>
  each((row) => {
    let known = 0;
    let so = 0;
    for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) {
      if (!isKnown(i)) continue;
      known += 1;
      if (isSo(i)) so += 1;
    }
    return known > 0 ? so / known : Number.NaN;
  });

const shareBelowUsual =
  (product: string, price: string) =>
  async (data: FeatureData): Promise<Float64Array> => {
    const { codes, names } = data.lines.levels.get(product)!;
    const prices = data.lines.numbers.get(price)!;
    const { offsets, rows } = groupRows(codes, names.length);
    const usual = await data.each(
      (product) => usualPrice(prices, rows.subarray(offsets[product]!, offsets[product + 1]!)),
      names.length,
    );
    return shareOfLines(
      data,
      (line) => codes[line]! >= 0 && !Number.isNaN(prices[line]!),
      (line) => prices[line]! <= reducedBelow * usual[codes[line]!]!,
    );
  };

/** What came back, and what was bought for less. */
export const returnFeatures = ({ at }: Setting): FeatureDefinition[] => {
  if (at.orders.length === 0) return [];
  const told = at.joins.returns[0]?.told ?? {};
  const found: FeatureDefinition[] = [
    oneColumn(spoken('returns', 'returnRate', 'share', told), ['lines', 'returns'], ({ returns, customerIds, each }) =>
      each((row) => {
        const id = customerIds[row]!;
        return returns.boughtLines[id]! > 0 ? returns.returnedLines[id]! / returns.boughtLines[id]! : Number.NaN;
      }),
    ),
  ];
  if (hasMoney(at.orders))
    found.push(
      oneColumn(
        spoken('returns', 'returnedMoney', 'share', told),
        ['lines', 'returns'],
        ({ returns, customerIds, each }) =>
          each((row) => {
            const id = customerIds[row]!;
            return returns.boughtMicros[id]! > 0 ? returns.returnedMicros[id]! / returns.boughtMicros[id]! : Number.NaN;
          }),
      ),
    );
  const discounts = columnsWhere(at.orders, (column) => isNumber(column) && discountWords.test(column.name));
  for (const { column } of discounts) {
    const { name } = column;
    found.push(
      oneColumn(
        spoken('returns', 'discountShare', 'share', { column: name }, name),
        ['lines', `number:${name}`],
        (data) => {
          const discount = data.lines.numbers.get(name)!;
          return shareOfLines(
            data,
            (line) => !Number.isNaN(discount[line]!),
            (line) => discount[line] !== 0,
          );
        },
      ),
    );
  }
  const product = columnWithRole(at.orders, 'product')?.name;
  const price = columnWithRole(at.orders, 'price')?.name;
  if (discounts.length === 0 && product !== undefined && price !== undefined)
    found.push(
      oneColumn(
        spoken('returns', 'belowUsualPrice', 'share', { product, price }),
        ['lines', `level:${product}`, `number:${price}`],
        shareBelowUsual(product, price),
      ),
    );
  return found;
};
