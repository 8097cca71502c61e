import { describe, expect, it } from 'vitest';
import {
  columnWithRole,
  factsOf,
  missingOf,
  questionsOf,
  withKind,
  withRole,
} from '../../../src/renderer/client/mapping.ts';
import type { ColumnRole } from '../../../src/shared/model/column.ts';
import type { Mapping, SourceKind } from '../../../src/shared/model/source.ts';

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
