import { evaluateFormula } from '../../../shared/engine/features/formula/evaluate-formula.ts';
import { type FormulaNode, featuresIn } from '../../../shared/engine/features/formula/formula-node.ts';
import { parseFormula } from '../../../shared/engine/features/formula/parse-formula.ts';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/model/message.ts';
import type { OwnFeature } from '../../store/repositories/own-features.ts';
import { type FeatureDefinition, oneColumn } from './definition.ts';

/** The entry that a name in a formula or a request means, and the key of the column; null where there is none. */
export const resolveFeature = (
  entries: readonly FeatureDefinition[],
  name: string,
): { readonly entry: FeatureDefinition; readonly column: string } | null => {
  for (const key of [name, `column:${name}`, `own:${name}`]) {
    const exact = entries.find((entry) => entry.key === key);
    if (exact !== undefined) return { entry: exact, column: key };
  }
  const many = entries.find((entry) => entry.many && name.startsWith(`${entry.key}=`));
  return many === undefined ? null : { entry: many, column: name };
};

/**
 * Reads a formula over these entries.
 * @throws AppError `badFormula`
 */
export const checkFormula = (entries: readonly FeatureDefinition[], formula: string): FormulaNode => {
  const node = parseFormula(formula);
  for (const name of featuresIn(node)) {
    const found = resolveFeature(entries, name);
    const position = Math.max(0, formula.indexOf(name)) + 1;
    if (found === null) throw new AppError('badFormula', { position, problem: 'unknownFeature', what: name });
    if (found.entry.many && found.column === found.entry.key)
      throw new AppError('badFormula', { position, problem: 'manyColumns', what: name });
  }
  return node;
};

/** The entries of one's own formulas; one whose features are not there any more is left out until they are back. */
export const ownFeatures = (own: readonly OwnFeature[], builtIn: readonly FeatureDefinition[]): FeatureDefinition[] => {
  const entries = [...builtIn];
  for (const { name, formula, unit } of own) {
    const node = parseFormula(formula);
    const read = featuresIn(node).map((input) => resolveFeature(entries, input));
    if (read.some((found) => found === null)) continue;
    const before = entries.slice();
    entries.push(
      oneColumn(
        {
          key: `own:${name}`,
          group: 'own',
          name: message('feature.own', { name }),
          unit,
          lineage: message('feature.own.from', { formula }),
        },
        [],
        ({ columns, customerIds, each }) => {
          const nowhere = new Float64Array(customerIds.length).fill(Number.NaN);
          return each(evaluateFormula(node, (input) => columns.get(resolveFeature(before, input)!.column) ?? nowhere));
        },
        { formula, after: [...new Set(read.map((found) => found!.entry.key))] },
      ),
    );
  }
  return entries.slice(builtIn.length);
};
