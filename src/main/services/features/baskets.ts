import { columnWithRole } from './columns-at-hand.ts';
import { type FeatureDefinition, oneColumn } from './definition.ts';
import { distinctLevels } from './per-level.ts';
import { type Setting, spoken } from './setting.ts';

/** What is in an order: lines, items, different products. */
export const basketFeatures = ({ at }: Setting): FeatureDefinition[] => {
  const isLines = at.orders.some(({ kind }) => kind === 'orderLines');
  const quantity = columnWithRole(at.orders, 'quantity')?.name ?? null;
  const product = columnWithRole(at.orders, 'product')?.name ?? null;
  const found: FeatureDefinition[] = [];
  if (isLines)
    found.push(
      oneColumn(spoken('baskets', 'linesPerOrder', 'count'), ['lines'], ({ lines, orders, each }) =>
        each(
          (row) => (lines.offsets[row + 1]! - lines.offsets[row]!) / (orders.offsets[row + 1]! - orders.offsets[row]!),
        ),
      ),
    );
  if (quantity !== null)
    found.push(
      oneColumn(
        spoken('baskets', 'itemsPerOrder', 'count', { column: quantity }),
        ['lines', `number:${quantity}`],
        ({ lines, orders, each }) => {
          const items = lines.numbers.get(quantity)!;
          return each((row) => {
            let sum = 0;
            for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1)
              if (!Number.isNaN(items[i]!)) sum += items[i]!;
            return sum / (orders.offsets[row + 1]! - orders.offsets[row]!);
          });
        },
      ),
    );
  if (product !== null)
    found.push(
      oneColumn(
        spoken('baskets', 'distinctProducts', 'count', { column: product }),
        ['lines', `level:${product}`],
        ({ lines, each }) => distinctLevels(lines, lines.levels.get(product)!, each),
      ),
    );
  return found;
};
