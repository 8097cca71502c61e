import { describe, expect, it } from 'vitest';
import {
  columnWithRole,
  factsOf,
  formatQuestion,
  mappingOf,
  missingOf,
  questionsOf,
  withFormat,
  withKind,
  withRole,
} from '../../../src/renderer/client/mapping.ts';
import type { Column, ColumnRole, FormatChoice } from '../../../src/shared/model/column.ts';
import { message } from '../../../src/shared/model/message.ts';
import type { Mapping, SheetPreview, SourceKind } from '../../../src/shared/model/source.ts';

const mapping = (kind: SourceKind, roles: Record<string, ColumnRole>): Mapping => ({
  sheet: null,
  kind,
  columns: Object.entries(roles).map(([name, role]) => ({ name, type: 'integer' as const, role })),
});

describe('withRole', () => {
  it('takes the role from the column that had it', () => {
    const before = mapping('orders', { A: 'customer', B: 'none' });
    const after = withRole(before, 'customer', 'B');
    expect(after.columns.map(({ role }) => role)).toEqual(['none', 'customer']);
    expect(columnWithRole(before, 'customer')).toBe('A');
  });
  it('gives it to none', () => {
    expect(columnWithRole(withRole(mapping('orders', { A: 'date' }), 'date', null), 'date')).toBeNull();
  });
  it('lets a column have one role only', () => {
    const after = withRole(mapping('orders', { A: 'date', B: 'amount' }), 'amount', 'A');
    expect(after.columns.map(({ role }) => role)).toEqual(['amount', 'none']);
  });
});

describe('withKind', () => {
  it('lets go of roles that the kind does not ask for, and keeps the others', () => {
    const lines = mapping('orderLines', { C: 'customer', Q: 'quantity', P: 'price', T: 'phone' });
    const table = withKind(lines, 'customers');
    expect(table.columns.map(({ role }) => role)).toEqual(['customer', 'none', 'none', 'phone']);
    expect(table.kind).toBe('customers');
  });
});

describe('missingOf', () => {
  it('names who, when and how much', () => {
    expect(missingOf(mapping('orderLines', { A: 'none' }))).toEqual(['customer', 'date', 'amount']);
  });
  it('takes a price for money in order lines, not in orders', () => {
    const roles: Record<string, ColumnRole> = { C: 'customer', D: 'date', P: 'price' };
    expect(missingOf(mapping('orderLines', roles))).toEqual([]);
    expect(missingOf(mapping('orders', roles))).toEqual(['amount']);
  });
  it('asks nothing of a table of customers', () => {
    expect(missingOf(mapping('customers', { A: 'none' }))).toEqual([]);
  });
});

it('asks for what is needed first', () => {
  for (const kind of ['orderLines', 'orders', 'customers'] as const) {
    const needed = questionsOf(kind).map((question) => question.needed);
    expect(needed).toEqual([...needed].sort((a, b) => Number(b) - Number(a)));
  }
});

it('counts only numbers without a role as facts', () => {
  expect(
    factsOf([
      { type: 'integer', role: 'customer' },
      { type: 'decimal', role: 'none' },
      { type: 'integer', role: 'none' },
      { type: 'text', role: 'none' },
    ]),
  ).toBe(2);
});

describe('how dates are written', () => {
  const dayFirst: FormatChoice = { format: 'dd/MM/yyyy', written: '12/01/2025', means: '2025-01-12' };
  const monthFirst: FormatChoice = { format: 'MM/dd/yyyy', written: '12/01/2025', means: '2025-12-01' };
  const column = (name: string, role: ColumnRole, choices: FormatChoice[]): Column => ({
    name,
    type: 'date',
    role,
    format: choices[0]?.format ?? null,
    missing: 0,
    odd: 0,
    examples: [],
    distinct: 3,
    choices,
  });
  const both = [dayFirst, monthFirst];
  const sheet = (doubted: string | null): SheetPreview => ({
    path: '/a.csv',
    file: 'a.csv',
    sheet: null,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    rows: 3,
    kind: 'orders',
    columns: [column('When', 'date', both), column('Sent', 'none', both), column('Paid', 'amount', [])],
    sample: [],
    confident: doubted === null,
    doubts: doubted === null ? [] : [message('source.doubt.dayOrMonth', { column: doubted })],
    notes: [],
    evidence: [],
    totals: { customers: 1, orders: 1, orderLines: 1, revenue: 1, firstDay: null, lastDay: null },
    setAside: [],
    bytes: 1,
    modifiedMs: 1,
  });

  it('is asked about the column that says when, and has no answer while that is in doubt', () => {
    const doubted = sheet('When');
    const question = formatQuestion(doubted, mappingOf(doubted), 'date');
    expect(question).toEqual({ column: 'When', of: 'dates', choices: both, chosen: null, taken: dayFirst });
    expect(formatQuestion(doubted, mappingOf(doubted), 'amount')).toBeNull();
    expect(formatQuestion(doubted, mappingOf(doubted), 'none')).toBeNull();
  });

  it('is answered by what is taken too, and moves with the column', () => {
    const doubted = sheet('When');
    const mapping = withFormat(mappingOf(doubted), 'When', 'dd/MM/yyyy');
    expect(mapping.columns.map(({ format }) => format)).toEqual(['dd/MM/yyyy', undefined, undefined]);
    expect(formatQuestion(doubted, mapping, 'date')?.chosen).toEqual(dayFirst);
    const moved = withRole(withFormat(mapping, 'Sent', 'MM/dd/yyyy'), 'date', 'Sent');
    expect(formatQuestion(doubted, moved, 'date')).toMatchObject({ column: 'Sent', chosen: monthFirst });
    expect(withRole(moved, 'date', null).columns.map(({ format }) => format)).toEqual([
      'dd/MM/yyyy',
      'MM/dd/yyyy',
      undefined,
    ]);
  });

  it('shows how it is read where nothing is in doubt', () => {
    const sure = sheet(null);
    expect(formatQuestion(sure, mappingOf(sure), 'date')?.chosen).toEqual(dayFirst);
    const one = { ...sure, columns: [column('When', 'date', [])] };
    expect(formatQuestion(one, mappingOf(one), 'date')).toBeNull();
  });
});
