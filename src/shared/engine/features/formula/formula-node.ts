/** A formula over features, as a tree. Truth is 1 and 0; NaN is missing. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'call'; readonly operation: Operation; readonly inputs: readonly FormulaNode[] };

/** Operations with how many inputs each takes: [fewest, most]. */
export const operations = {
  '+': [1, 2],
  '-': [1, 2],
  '*': [2, 2],
  '/': [2, 2],
  '%': [2, 2],
  '^': [2, 2],
  '==': [2, 2],
  '!=': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  and: [2, 2],
  or: [2, 2],
  not: [1, 1],
  if: [3, 3],
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  sqrt: [1, 1],
  ln: [1, 1],
  log10: [1, 1],
  exp: [1, 1],
  round: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  known: [1, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type Operation = keyof typeof operations;
export const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

/** Names of features that it reads, each once, in the order in which they stand. */
export const featuresIn = (node: FormulaNode): string[] => {
  if (node.kind === 'number') return [];
  if (node.kind === 'feature') return [node.name];
  return [...new Set(node.inputs.flatMap(featuresIn))];
};
