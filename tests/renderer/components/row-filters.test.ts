import { describe, expect, it } from 'vitest';
import { draftOf, filterOf, filterText, questionsOf } from '../../../src/renderer/components/row-filters.ts';
import type { Column } from '../../../src/shared/model/column.ts';
import { rowFilterSchema } from '../../../src/shared/model/rows.ts';

const types: Column['type'][] = ['integer', 'decimal', 'text', 'category', 'date', 'timestamp', 'boolean'];

describe('a filter as a person fills it in', () => {
  it.each(types)('of a %s column is what the project understands, and comes back as it was', (type) => {
    const column = { type, role: 'none' as const };
    for (const question of questionsOf(column)) {
      const draft = {
        question,
        text: question === 'contains' || question === 'equals' ? 'a' : '',
        from: question === 'between' ? '1.5' : question === 'days' ? '2025-01-31' : '',
        to: question === 'between' ? '20' : '',
      };
      const filter = filterOf('Some column', draft)!;
      expect(rowFilterSchema.parse(filter)).toEqual(filter);
      expect(draftOf(column, filter)).toEqual(draft);
      expect(filterText(filter, type)).toMatch(/^Some column /);
    }
  });

  it('says nothing as long as nothing is filled in', () => {
    for (const question of ['contains', 'equals', 'between', 'days'] as const)
      expect(filterOf('x', { question, text: ' ', from: '', to: '' })).toBeNull();
  });

  it('is said in words', () => {
    expect(filterText({ test: 'between', column: 'Price', least: 10 }, 'decimal')).toBe('Price from 10');
    expect(filterText({ test: 'between', column: 'Price', most: 20.5 }, 'decimal')).toBe('Price up to 20.5');
    expect(filterText({ test: 'days', column: 'When', first: '2025-01-01', last: '2025-02-01' }, 'date')).toMatch(
      /^When from \S.*2025 to \S.*2025$/,
    );
    expect(filterText({ test: 'equals', column: 'Loyal', text: '1' }, 'boolean')).toBe('Loyal is yes');
  });
});
