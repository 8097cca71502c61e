import { Parser } from 'expr-eval-fork';
import { AppError } from '../../../errors.ts';
import { type FormulaNode, isOperation, type Operation, operations } from './formula-node.ts';

/** Longer formulas and deeper brackets are nobody's; they would only cost time and stack. */
const longest = 1_000;
const deepest = 40;

/** What the library's parser makes of a text: a program for a stack. It is only read here, never run. */
interface Token {
  readonly type: string;
  readonly value: unknown;
}

/**
 * Only the grammar is the library's; its evaluation, and with it all reach for objects, is not used. What is switched off
 * here reads as a plain name.
 */
const createParser = (): Parser => {
  const off = Object.fromEntries(
    ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'].map((name) => [
      name,
      false,
    ]),
  );
  return new Parser({
    allowMemberAccess: false,
    operators: {
      ...off,
      ...{ assignment: false, fndef: false, in: false, concatenate: false, factorial: false, random: false },
      ...{ length: false, conditional: false, array: false },
    } as NonNullable<ConstructorParameters<typeof Parser>[0]>['operators'] & object,
  });
};
const parser = createParser();

const wrong = (position: number, problem: string, what: string | null = null): AppError =>
  new AppError('badFormula', { position, problem, what });

/** Words, numbers and marks, so that a mistake can be told where it stands. */
const pieces = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\p{L}_$][\p{L}\p{N}_$]*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[<>=!]=|\S/giu;

const reads = (text: string): 'whole' | 'unfinished' | 'never' => {
  try {
    parser.parse(text);
    return 'whole';
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    return /TEOF|Expected \)$/.test(said) ? 'unfinished' : 'never';
  }
};

/** The first piece with which no formula can go on; null where only something is missing at the end. */
const firstWrong = (text: string): { readonly at: number; readonly piece: string } | null => {
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (reads(text.slice(0, index + piece.length)) === 'never') return { at: index, piece };
  }
  return null;
};

const tokensOf = (text: string): readonly Token[] => {
  try {
    return (parser.parse(text) as unknown as { readonly tokens: readonly Token[] }).tokens;
  } catch {
    const found = firstWrong(text);
    if (found === null) throw wrong(text.trimEnd().length + 1, 'unfinished');
    throw wrong(found.at + 1, 'unexpected', found.piece);
  }
};

const depthOf = (text: string): number => {
  let depth = 0;
  let most = 0;
  for (const mark of text) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
};

/** Where a word stands in the text, counted from 1; 1 where it cannot be found. */
const placeOf = (text: string, word: string): number => Math.max(0, text.indexOf(word)) + 1;

const build = (tokens: readonly Token[], text: string): FormulaNode => {
  const stack: FormulaNode[] = [];
  const pop = (): FormulaNode => {
    const node = stack.pop();
    if (node === undefined) throw wrong(1, 'unfinished');
    return node;
  };
  const call = (name: string, inputs: readonly FormulaNode[]): FormulaNode => {
    if (!isOperation(name)) throw wrong(placeOf(text, name), 'unknownFunction', name);
    const [fewest, most] = operations[name];
    if (inputs.length < fewest || inputs.length > most) throw wrong(placeOf(text, name), 'wrongCount', name);
    return { kind: 'call', operation: name as Operation, inputs };
  };
  for (const { type, value } of tokens) {
    if (type === 'INUMBER' && typeof value === 'number') stack.push({ kind: 'number', value });
    // A text is the name of a feature that is no single word.
    else if (type === 'INUMBER' && typeof value === 'string') stack.push({ kind: 'feature', name: value });
    else if ((type === 'IVAR' || type === 'IVARNAME') && typeof value === 'string')
      stack.push({ kind: 'feature', name: value });
    else if (type === 'IEXPR' && Array.isArray(value)) stack.push(build(value as Token[], text));
    else if (type === 'IOP1') stack.push(call(String(value), [pop()]));
    else if (type === 'IOP2') {
      const right = pop();
      stack.push(call(String(value), [pop(), right]));
    } else if (type === 'IFUNCALL' && typeof value === 'number') {
      const inputs = Array.from({ length: value }, pop).reverse();
      const called = pop();
      if (called.kind !== 'feature') throw wrong(1, 'unexpected', '(');
      stack.push(call(called.name, inputs));
    } else throw wrong(1, 'notAllowed');
  }
  const whole = pop();
  if (stack.length > 0) throw wrong(1, 'notAllowed');
  return whole;
};

/**
 * Reads a formula such as `totalSpent / orders` or `if("column:Income" > 50000, 1, 0)`: numbers, names of features (in
 * quotation marks where they are more than one word), + − * / % ^, comparisons, and, or, not, brackets and the functions
 * of `operations`. Nothing else has a meaning: no members, no assignments, no functions of one's own. The text is read by
 * expr-eval-fork; it is never run. At most 1,000 characters and 40 brackets deep.
 * @throws AppError `badFormula` with the position (from 1)
 */
export const parseFormula = (text: string): FormulaNode => {
  if (text.trim() === '') throw wrong(1, 'empty');
  if (text.length > longest) throw wrong(longest + 1, 'tooLong');
  if (depthOf(text) > deepest) throw wrong(1, 'tooDeep');
  return build(tokensOf(text), text);
};
