import { evennessOf } from '../../../shared/engine/features/evenness.ts';
import { columnsWhere, hasMoney, isKinds } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, manyColumns, oneColumn } from './definition.ts';
import { columnsByPlace, distinctLevels, heaviest } from './per-level.ts';
import { type Setting, spoken } from './setting.ts';

/** Levels of a column that have a column of their own; the rest share one. */
const most = 5;

const mixOf = (name: string, byMoney: boolean) => async (data: FeatureData) => {
  const { lines } = data;
  const levels = lines.levels.get(name)!;
  // Money below zero counts as none: a share is never negative.
  const weights = byMoney ? lines.micros.map((micros) => Math.max(0, micros)) : null;
  const top = heaviest(levels, weights, most);
  return columnsByPlace(top, levels.names, data, (row, out) => {
    let sum = 0;
    for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) {
      const code = levels.codes[i]!;
      if (code < 0) continue;
      const weight = weights?.[i] ?? 1;
      out[top.place[code]!]! += weight;
      sum += weight;
    }
    for (let place = 0; place < out.length; place += 1) out[place] = sum > 0 ? out[place]! / sum : Number.NaN;
  });
};

const evennessIn =
  (name: string) =>
  ({ lines, each }: FeatureData): Promise<Float64Array> => {
    const { codes } = lines.levels.get(name)!;
    return each((row) => {
      const counts = new Map<number, number>();
      for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1)
        if (codes[i]! >= 0) counts.set(codes[i]!, (counts.get(codes[i]!) ?? 0) + 1);
      return evennessOf(counts.values());
    });
  };

/** What kinds of things somebody buys: shares of the main ones, how many, how evenly. */
export const categoryFeatures = ({ at }: Setting): FeatureDefinition[] => {
  const byMoney = hasMoney(at.orders);
  const kinds = [
    ...columnsWhere(at.orders, isKinds).map(({ column: { name } }) => ({ name, told: { column: name } })),
    ...at.joined.map(({ name, column, path }) => ({ name, told: { column: column.name, ...path.told } })),
  ];
  return kinds.flatMap(({ name, told }) => [
    manyColumns(
      spoken('categories', byMoney ? 'moneyMix' : 'lineMix', 'share', { ...told, level: null, most }, name),
      ['lines', `level:${name}`],
      mixOf(name, byMoney),
    ),
    oneColumn(spoken('categories', 'distinctIn', 'count', told, name), ['lines', `level:${name}`], ({ lines, each }) =>
      distinctLevels(lines, lines.levels.get(name)!, each),
    ),
    oneColumn(spoken('categories', 'evennessIn', 'share', told, name), ['lines', `level:${name}`], evennessIn(name)),
  ]);
};
