import type { RuleCondition } from '../../model/explanation.ts';
import type { RuleColumn, RuleNode } from './grow-rules.ts';

/** A leaf of a tree as a rule: whoever meets all conditions is said to have the label. */
export interface RuleLeaf {
  readonly label: number;
  readonly conditions: readonly RuleCondition[];
}

const kindOf = ({ values, isWhole }: RuleColumn): RuleCondition['values'] =>
  !isWhole ? 'any' : values.every((value) => value === 0 || value === 1) ? 'flag' : 'whole';

/** Each leaf, from left to right, with what is asked on the way to it: a feature once, with its tightest bounds. */
export const ruleLeaves = (tree: RuleNode, columns: readonly RuleColumn[], features: readonly string[]): RuleLeaf[] => {
  const kinds = columns.map(kindOf);
  const walk = (node: RuleNode, path: readonly RuleCondition[]): RuleLeaf[] => {
    if (node.kind === 'leaf') return [{ label: node.label, conditions: path }];
    const { column, threshold } = node;
    const feature = features[column]!;
    const known = path.find((one) => one.feature === feature);
    const to = (bound: Partial<RuleCondition>): RuleCondition[] => {
      const made = { feature, from: null, below: null, values: kinds[column]!, ...known, ...bound };
      return known === undefined ? [...path, made] : path.map((one) => (one === known ? made : one));
    };
    return [...walk(node.left, to({ below: threshold })), ...walk(node.right, to({ from: threshold }))];
  };
  return walk(tree, []);
};

/** Which leaf, in the order of `ruleLeaves`, a row falls into. O(depth). */
export const leafFinder = (tree: RuleNode, columns: readonly RuleColumn[]): ((row: number) => number) => {
  let leaves = 0;
  const number = (node: RuleNode): ((row: number) => number) => {
    if (node.kind === 'leaf') {
      const at = leaves;
      leaves += 1;
      return () => at;
    }
    const { values } = columns[node.column]!;
    const { threshold } = node;
    const left = number(node.left);
    const right = number(node.right);
    return (row) => (values[row]! < threshold ? left(row) : right(row));
  };
  return number(tree);
};
