import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/api/contract.ts';
import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import type { FirstLook } from '../../shared/model/first-look.ts';
import type { IdentityPair, IdentityRecord } from '../../shared/model/identity.ts';
import type { Finding, QualityExample, QualityReport } from '../../shared/model/quality.ts';
import type { SheetPreview, Source } from '../../shared/model/source.ts';
import {
  hiddenText,
  kindOfName,
  maskedByColumn,
  maskedCell,
  maskedCells,
  maskedExamples,
  maskedKey,
  maskedMessage,
  maskedPerson,
  maskedRows,
} from './mask.ts';

type Api = ContractRouterClient<Contract>;
type AnswerOf<Method> = Method extends (...given: infer _) => Promise<infer Answer>
  ? Answer extends JobStream
    ? ResultOf<Answer>
    : Answer
  : never;
type InputOf<Method> = Method extends (input: infer Input, ...rest: infer _) => unknown ? Input : never;
type Mask<Method> = ((answer: AnswerOf<Method>, input: InputOf<Method>) => AnswerOf<Method>) | null;

/** What was shown in a masked form and is sent back as it was: a fix names the cells that it is about. */
const originals = new WeakMap<object, object>();

/** What is asked, with what was masked as it was. */
export const unmasked = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? (originals.get(value) ?? value) : value,
    ]),
  );
};

const source = (one: Source): Source => ({ ...one, columns: one.columns.map(maskedExamples) });
const sources = (all: readonly Source[]): Source[] => all.map(source);

export const maskedLook = <Look extends FirstLook | null>(look: Look): Look =>
  look === null
    ? look
    : {
        ...look,
        columns: look.columns.map(maskedExamples),
        sample: look.sample.map((cells) => maskedCells(look.columns, cells).map(String)),
        evidence: look.evidence.map(maskedByColumn),
      };
export const maskedSheet = <Sheet extends SheetPreview>(sheet: Sheet): Sheet => ({
  ...sheet,
  columns: sheet.columns.map(maskedExamples),
  sample: sheet.sample.map((cells) => maskedCells(sheet.columns, cells).map(String)),
  doubts: sheet.doubts.map(maskedByColumn),
  notes: sheet.notes.map(maskedByColumn),
  evidence: sheet.evidence.map(maskedByColumn),
});

const example = ({ row, cells }: QualityExample): QualityExample => ({
  row,
  cells: cells.map(({ column, value }) => ({ column, value: maskedCell(kindOfName(column), value) })),
});
const fix = (offered: NonNullable<Finding['fix']>, isPersonal: boolean): NonNullable<Finding['fix']> => {
  const what = maskedMessage(offered.what, isPersonal);
  if (!isPersonal || offered.change.kind !== 'merge') return { ...offered, what };
  const groups = offered.change.groups.map(({ from }) => ({ from: from.map(() => hiddenText), to: hiddenText }));
  const change = { ...offered.change, groups };
  originals.set(change, offered.change);
  return { ...offered, what, change };
};
const finding = (one: Finding): Finding => {
  const isPersonal = one.kind === 'keySpellings' || (one.column !== null && kindOfName(one.column) !== null);
  return {
    ...one,
    message: maskedMessage(one.message, isPersonal),
    examples: one.examples.map(example),
    fix: one.fix === null ? null : fix(one.fix, isPersonal),
  };
};
const report = (one: QualityReport): QualityReport => ({ ...one, findings: one.findings.map(finding) });

const record = (one: IdentityRecord): IdentityRecord => ({
  ...one,
  key: one.key === null ? null : maskedKey(one.key),
  fields: Object.fromEntries(Object.keys(one.fields).map((field) => [field, hiddenText])),
});
const pair = (one: IdentityPair): IdentityPair => ({ ...one, a: record(one.a), b: record(one.b) });

/**
 * What each method's answer shows of people, masked; null where it tells of nobody. Every method of the contract has a
 * line, so that a new one cannot come to the screen before somebody has thought of it.
 */
export const masks: {
  readonly [Domain in keyof Api]: { readonly [Name in keyof Api[Domain]]: Mask<Api[Domain][Name]> };
} = {
  host: { info: null },
  preferences: { set: null },
  jobs: { cancel: null },
  project: { create: null, open: null, close: null, info: null, recents: null, sample: null },
  source: {
    look: maskedLook,
    preview: (sheets) => sheets.map(maskedSheet),
    import: sources,
    reread: (outcome) => ({ ...outcome, sources: sources(outcome.sources) }),
    list: sources,
    rows: (page, { sourceId }) => ({ ...page, rows: maskedRows(sourceId, page.rows) }),
    place: null,
    // Of a column that tells of people only how many cells it has: its values would be names, or their first and last.
    spread: (answer, { column }) =>
      kindOfName(column) === null || answer.spread === null
        ? answer
        : {
            ...answer,
            spread: { ...answer.spread, range: null, values: [], oddTexts: [] },
            shown: answer.shown === null ? null : { ...answer.shown, counts: [] },
          },
    setAside: null,
    setRule: null,
  },
  recipe: {
    list: null,
    preview: (sheets) => sheets.map(maskedSheet),
    import: (outcome) => ({ ...outcome, sources: sources(outcome.sources) }),
    watch: null,
    unwatch: null,
    watched: null,
  },
  predict: {
    customers: null,
    last: null,
    people: (answer) => ({ ...answer, people: answer.people.map(maskedPerson) }),
  },
  features: {
    catalogue: null,
    compute: null,
    relations: null,
    check: (answer) => ({
      ...answer,
      first: answer.first.map((one) => ({ ...one, customer: maskedKey(one.customer) })),
    }),
    define: null,
    remove: null,
  },
  quality: {
    report,
    last: (last) => (last === null ? null : { ...last, report: report(last.report) }),
    rows: (page) => ({
      ...page,
      rows: page.rows.map(({ row, cells }) => ({ row, cells: maskedCells(page.columns, cells) })),
    }),
    fix: null,
    preview: (answer) => ({ ...answer, examples: answer.examples.map(example) }),
  },
  identity: {
    find: null,
    get: null,
    sure: (page) => ({
      ...page,
      groups: page.groups.map(({ records, pairs }) => ({ records: records.map(record), pairs: pairs.map(pair) })),
    }),
    queue: (page) => ({ ...page, pairs: page.pairs.map(pair) }),
    merged: (page) => ({
      ...page,
      customers: page.customers.map((one) => ({ ...one, records: one.records.map(record) })),
    }),
    mergeSure: null,
    decide: null,
    split: null,
  },
  joins: {
    find: null,
    list: null,
    unmatched: (page) => ({
      ...page,
      rows: page.rows.map((row) => ({ ...row, cells: maskedCells(page.columns, row.cells) })),
    }),
    switch: null,
    try: null,
    add: null,
    remove: null,
  },
  segmentation: {
    run: null,
    list: null,
    get: null,
    activate: null,
    flows: null,
    trust: null,
    neighbours: null,
    byRules: null,
  },
  segment: { rename: null, recolour: null, merge: null, split: null, freeze: null },
  selection: { save: null, list: null, rename: null, recolour: null, remove: null },
  tree: { grow: null, get: null, cut: null },
  customers: {
    page: (page) => ({ ...page, rows: page.rows.map(maskedPerson) }),
    exclude: null,
    include: null,
    excluded: (page) => ({ ...page, customers: page.customers.map(maskedPerson) }),
    story: (story) => ({
      ...story,
      customer: maskedPerson(story.customer),
      also: story.also.map(() => hiddenText),
      records: story.records.map(record),
    }),
    columns: null,
    matching: null,
    place: null,
    lines: (lines) => ({
      ...lines,
      rows: lines.rows.map(({ row, cells }) => ({ row, cells: maskedCells(lines.columns, cells) })),
    }),
    portrait: null,
  },
  compare: {
    runs: null,
    customers: (page) => ({ ...page, rows: page.rows.map(maskedPerson) }),
    months: null,
    rebuild: null,
    ways: null,
  },
  explain: {
    number: (origin) => (origin.customer === null ? origin : { ...origin, customer: maskedPerson(origin.customer) }),
    recount: null,
  },
  export: { table: null, rows: null, features: null, customers: null, workbook: null, flow: null, report: null },
  report: {
    get: null,
    material: (material) =>
      material.customers === null
        ? material
        : {
            ...material,
            customers: {
              ...material.customers,
              lists: material.customers.lists.map((list) => ({ ...list, customers: list.customers.map(maskedPerson) })),
            },
          },
    compose: null,
  },
  journal: { list: null, undo: null, redo: null },
};
