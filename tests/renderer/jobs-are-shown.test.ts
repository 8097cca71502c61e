import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/api/contract.ts';

const folder = join(import.meta.dirname, '../../src/renderer');

/** Every job of the contract, as the page calls it. */
const jobs = new Set(
  Object.entries(contract).flatMap(([group, members]) =>
    Object.entries(members).flatMap(([name, procedure]) =>
      isContractProcedure(procedure) && (procedure['~orpc'].meta as { kind?: string }).kind === 'job'
        ? [`api.${group}.${name}`]
        : [],
    ),
  ),
);

/** What starts a job and shows it, with a button that cancels it: in the status bar, or on the screen itself. */
const doors = new Set(['startJob', 'look', 'runOnScreen']);
/** Nobody waits for these; each with the file that may start it. */
const silent: Readonly<Record<string, string>> = {
  // Found out in the background while somebody already looks at the segments.
  'api.segmentation.trust': 'client/background.ts',
  // Beside the reading of the same file, which is shown and cancels this too.
  'api.source.look': 'client/import-files.ts',
};
/** Screens that show their jobs by themselves: tests/e2e/slow-jobs.test.ts sees and cancels each. */
const ownDisplays = ['client/import-files.ts', 'client/preview-files.ts'];

/** What in a file starts a job that nobody would see. */
const unseenJobs = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, what: string) =>
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  const isCalled = (node: ts.Node): node is ts.PropertyAccessExpression & { parent: ts.CallExpression } =>
    ts.isCallExpression(node.parent) && node.parent.expression === node;

  /** Whether a job is all that a function handed to a door does. */
  const goesThroughDoor = (call: ts.Node): boolean => {
    const made = call.parent;
    if (!ts.isArrowFunction(made) || made.body !== call || !ts.isCallExpression(made.parent)) return false;
    const [door, first] = [made.parent.expression, made.parent.arguments];
    return ts.isIdentifier(door) && doors.has(door.text) && first.includes(made);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node) && jobs.has(node.getText())) {
      const name = node.getText();
      const isShown = isCalled(node) && goesThroughDoor(node.parent);
      if (!isShown && silent[name] !== file) tell(node, `${name} is shown nowhere`);
    }
    // Under another name nobody could see here what is called.
    if (ts.isIdentifier(node) && node.text === 'api' && !ts.isImportSpecifier(node.parent)) {
      const group = node.parent;
      const isMember = ts.isPropertyAccessExpression(group) && group.expression === node;
      const isMethod = isMember && ts.isPropertyAccessExpression(group.parent) && group.parent.expression === group;
      const isOwn = ts.isVariableDeclaration(group) && file === 'client/api.ts';
      if (!isMethod && !isOwn) tell(node, 'the contract goes by another name');
    }
    // How far a job is must be heard by somebody.
    if (ts.isPropertyAssignment(node) && /^on(Progress|Fraction)$/.test(node.name.getText())) {
      const { initializer } = node;
      const isDeaf =
        ts.isArrowFunction(initializer) &&
        (initializer.body.getText() === 'undefined' ||
          (ts.isBlock(initializer.body) && initializer.body.statements.length === 0));
      if (isDeaf) tell(node, 'nobody is told how far it is');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => [relative('', name), readFileSync(join(folder, name), 'utf8')] as const);
const mentioning = (words: RegExp): string[] =>
  files
    .filter(([, text]) => words.test(text))
    .map(([file]) => file)
    .sort();

describe('jobs of the contract', () => {
  it('are started only where they are shown and can be cancelled', () => {
    const called = files.map(([, text]) => text).join('\n');
    const met = [...jobs].filter((name) => called.includes(`${name}(`));
    expect(met.length).toBeGreaterThan(30);
    expect(files.flatMap(([file, text]) => unseenJobs(file, text))).toEqual([]);
  });

  it('are followed by nothing but what shows them', () => {
    expect(mentioning(/from '.*\/run-job\.ts'/)).toEqual([
      'client/background.ts',
      'client/import-files.ts',
      'client/jobs.ts',
    ]);
    expect(mentioning(/\brunOnScreen\(\(\) =>/)).toEqual(ownDisplays);
  });

  it.each([
    ['no door at all', 'void api.tree.grow();'],
    ['a job that is only followed', 'await runJob(() => api.tree.grow());'],
    ['a function of its own', 'const grow = () => api.tree.grow();'],
    ['a call handed on', 'const { grow } = api.tree; startJob(title, grow);'],
    ['a group handed on', 'begin(api.tree);'],
    ['a method without its call', 'begin(api.tree.grow);'],
    ['something silent where it may not be', 'await runJob(() => api.segmentation.trust({ id }));'],
    ['a listener that hears nothing', 'await runOnScreen(() => api.tree.grow(), { signal, onProgress: () => {} });'],
  ])('would be found with %s', (_, text) => {
    expect(unseenJobs('screens/new.tsx', text)).not.toEqual([]);
  });

  it('are not found where they are shown', () => {
    const shown = "await change(() => startJob(t('tree.growing'), () => api.tree.grow(), signal));";
    expect(unseenJobs('screens/new.tsx', shown)).toEqual([]);
  });
});
