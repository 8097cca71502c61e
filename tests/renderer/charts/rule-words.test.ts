import { describe, expect, it } from 'vitest';
import { missingFacts, rulesInWords } from '../../../src/renderer/charts/rule-words.ts';
import type { RuleCondition, SegmentRules } from '../../../src/shared/model/explanation.ts';
import type { Feature } from '../../../src/shared/model/feature.ts';
import { message } from '../../../src/shared/model/message.ts';

const feature = (key: string, unit: Feature['unit'], missing = 0): Feature => ({
  key,
  name: key.startsWith('column:') ? message('feature.column', { name: key.slice(7) }) : message(`feature.${key}`),
  unit,
  lineage: message('feature.column.from'),
  missing,
});
const features = [
  feature('daysSinceLastOrder', 'days'),
  feature('orders', 'count'),
  feature('totalSpent', 'money'),
  feature('column:Age', 'number', 3),
  feature('column:Year_Birth', 'number'),
  feature('column:Response', 'number'),
  feature('column:Rate', 'number'),
];

const condition = (
  key: string,
  from: number | null,
  below: number | null,
  values: RuleCondition['values'] = 'whole',
): RuleCondition => ({ feature: key, from, below, values });

const rulesOf = (...rules: SegmentRules['rules']): SegmentRules => ({
  label: 0,
  rules,
  precision: 1,
  coverage: 1,
  heldOut: { precision: 1, coverage: 1 },
});

const said = (...conditions: RuleCondition[]): string =>
  rulesInWords(rulesOf({ conditions, customers: 100, hits: 91 }), 108, features)[0]!.sentence;

describe('a rule in words', () => {
  it.each([
    [condition('daysSinceLastOrder', null, 45), 'last order less than 45 days ago'],
    [condition('daysSinceLastOrder', 45, null), 'last order 45 or more days ago'],
    [condition('daysSinceLastOrder', 20, 50), 'last order 20 to 49 days ago'],
    [condition('daysSinceLastOrder', null, 1), 'last order on the last day'],
    [condition('orders', null, 2), 'one order'],
    [condition('orders', null, 6), 'fewer than 6 orders'],
    [condition('orders', 6, null), '6 or more orders'],
    [condition('orders', 4, 11), '4 to 10 orders'],
    [condition('orders', 4, 5), '4 orders'],
    [condition('totalSpent', null, 525, 'any'), 'spent less than 525'],
    [condition('totalSpent', 1250, null, 'any'), 'spent 1,250 or more'],
    [condition('totalSpent', 525, 890, 'any'), 'spent 525 to 890'],
    [condition('column:Age', 40, null), 'Age 40 or more'],
    [condition('column:Age', 35, 40), 'Age 35 to 39'],
    [condition('column:Year_Birth', null, 1970), 'Year of birth before 1970'],
    [condition('column:Year_Birth', 1970, null), 'Year of birth 1970 or later'],
    [condition('column:Response', 1, null, 'flag'), '“Response”: yes'],
    [condition('column:Response', null, 1, 'flag'), '“Response”: no'],
    [condition('column:Rate', null, 0.0375, 'any'), 'Rate below 0.0375'],
  ])('says %j', (one, text) => {
    expect(said(one)).toBe(`Mostly: ${text}.`);
  });

  it('names facts in their usual order, and how well they do', () => {
    const conditions = [condition('orders', 6, null), condition('daysSinceLastOrder', null, 45)];
    expect(rulesInWords(rulesOf({ conditions, customers: 100, hits: 91 }), 108, features)).toEqual([
      {
        sentence: 'Mostly: last order less than 45 days ago and 6 or more orders.',
        fit: '91\u00a0% of the customers who fit this are in the segment; 84\u00a0% of the segment fit.',
      },
    ]);
  });

  it('does not round what is nearly all to all', () => {
    const rules = rulesOf({ conditions: [condition('orders', 6, null)], customers: 1000, hits: 999 });
    expect(rulesInWords(rules, 1000, features)[0]!.fit).toMatch(/^Over 99\u00a0% .* over 99\u00a0%/);
  });

  it('adds others that find enough, and how they do together', () => {
    const found = rulesInWords(
      rulesOf(
        { conditions: [condition('orders', 6, null)], customers: 80, hits: 60 },
        { conditions: [condition('orders', null, 2)], customers: 20, hits: 20 },
        { conditions: [condition('totalSpent', 1000, null, 'any')], customers: 5, hits: 2 },
      ),
      100,
      features,
    );
    expect(found.map(({ sentence }) => sentence)).toEqual(['Roughly: 6 or more orders.', 'Or: one order.']);
    expect(found[1]!.fit).toBe(
      'Together: 80\u00a0% of the customers who fit are in the segment; 80\u00a0% of the segment fit.',
    );
  });

  it('has something to say of everybody and of those whom no rule finds', () => {
    expect(rulesInWords(rulesOf({ conditions: [], customers: 9, hits: 9 }), 9, features)[0]!.sentence).toBe(
      'Everybody is in it.',
    );
    expect(rulesInWords(rulesOf(), 9, features)[0]!.sentence).toMatch(/^No short rule/);
  });

  it('knows which of its facts some customers do not have', () => {
    const rule = (key: string) => rulesOf({ conditions: [condition(key, 1, null)], customers: 1, hits: 1 });
    expect(missingFacts(rule('column:Age'), features)).toEqual(['Age']);
    expect(missingFacts(rule('orders'), features)).toEqual([]);
  });
});
