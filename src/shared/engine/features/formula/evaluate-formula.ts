import type { FormulaNode, Operation } from './formula-node.ts';

type Value = (row: number) => number;

const truth = (is: boolean): number => (is ? 1 : 0);
const compared =
  (is: (a: number, b: number) => boolean) =>
  (a: Value, b: Value): Value =>
  (row) => {
    const [left, right] = [a(row), b(row)];
    return Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : truth(is(left, right));
  };
const mapped =
  (of: (value: number) => number) =>
  (a: Value): Value =>
  (row) =>
    of(a(row));
const folded =
  (of: (...values: number[]) => number) =>
  (...all: Value[]): Value =>
  (row) =>
    of(...all.map((value) => value(row)));

/** A missing value makes missing whatever it takes part in, but for `known` and the branch of an `if` that is not taken. */
const meanings: Readonly<Record<Operation, (...inputs: Value[]) => Value>> = {
  '+': (a, b) => (b === undefined ? a! : (row) => a!(row) + b(row)),
  '-': (a, b) => (b === undefined ? (row) => -a!(row) : (row) => a!(row) - b(row)),
  '*': (a, b) => (row) => a!(row) * b!(row),
  '/': (a, b) => (row) => a!(row) / b!(row),
  '%': (a, b) => (row) => a!(row) % b!(row),
  '^': (a, b) => (row) => a!(row) ** b!(row),
  '==': (a, b) => compared((left, right) => left === right)(a!, b!),
  '!=': (a, b) => compared((left, right) => left !== right)(a!, b!),
  '<': (a, b) => compared((left, right) => left < right)(a!, b!),
  '<=': (a, b) => compared((left, right) => left <= right)(a!, b!),
  '>': (a, b) => compared((left, right) => left > right)(a!, b!),
  '>=': (a, b) => compared((left, right) => left >= right)(a!, b!),
  and: (a, b) => compared((left, right) => left !== 0 && right !== 0)(a!, b!),
  or: (a, b) => compared((left, right) => left !== 0 || right !== 0)(a!, b!),
  not: (a) => mapped((value) => (Number.isNaN(value) ? value : truth(value === 0)))(a!),
  if: (is, then, otherwise) => (row) => {
    const holds = is!(row);
    return Number.isNaN(holds) ? holds : holds !== 0 ? then!(row) : otherwise!(row);
  },
  min: folded(Math.min),
  max: folded(Math.max),
  abs: (a) => mapped(Math.abs)(a!),
  sqrt: (a) => mapped(Math.sqrt)(a!),
  ln: (a) => mapped(Math.log)(a!),
  log10: (a) => mapped(Math.log10)(a!),
  exp: (a) => mapped(Math.exp)(a!),
  round: (a) => mapped(Math.round)(a!),
  floor: (a) => mapped(Math.floor)(a!),
  ceil: (a) => mapped(Math.ceil)(a!),
  known: (a) => mapped((value) => truth(!Number.isNaN(value)))(a!),
};

const meaningOf = (node: FormulaNode, columnOf: (name: string) => Float64Array): Value => {
  if (node.kind === 'number') return () => node.value;
  if (node.kind === 'feature') {
    const column = columnOf(node.name);
    return (row) => column[row]!;
  }
  return meanings[node.operation](...node.inputs.map((input) => meaningOf(input, columnOf)));
};

/**
 * What a formula gives for a row. What is no finite number (a division by nothing, the root of a loss) is missing: NaN.
 * O(nodes) a row.
 */
export const evaluateFormula = (node: FormulaNode, columnOf: (name: string) => Float64Array): Value => {
  const value = meaningOf(node, columnOf);
  return (row) => {
    const found = value(row);
    return Number.isFinite(found) ? found : Number.NaN;
  };
};
