import { describe, expect, it } from 'vitest';
import {
  completePreparation,
  optionsOf,
  type Preparation,
  type PrepareChoice,
  preparationKey,
  preparationMessage,
  preparationNotes,
  prepareOptionsSchema,
  usualPreparation,
} from '../../../src/shared/model/preparation.ts';
import { say } from '../../../src/shared/words/say.ts';

const parse = (choice: PrepareChoice) => prepareOptionsSchema.parse(choice);
const keyOf = (choice: PrepareChoice) => preparationKey(parse(choice));

describe('the options of a preparation', () => {
  it('have one key for one meaning', () => {
    expect(keyOf({})).toBe('{}');
    expect(keyOf({ scale: 'zscore', features: { a: {}, b: { weight: 1, scale: 'zscore' } } })).toBe('{}');
    expect(keyOf({ scale: 'robust', weight: 2 })).toBe(keyOf({ weight: 2, scale: 'robust' }));
    expect(keyOf({ features: { b: { weight: 2 }, a: { weight: 3 } } })).toBe(
      keyOf({ features: { a: { weight: 3 }, b: { weight: 2 } } }),
    );
    // Said for all, and said again for one.
    expect(keyOf({ weight: 2, features: { a: { weight: 2 } } })).toBe(keyOf({ weight: 2 }));
    expect(keyOf({ weight: 2, features: { a: { weight: 1 } } })).not.toBe(keyOf({ weight: 2 }));
    const key = keyOf({ cap: { by: 'iqr', times: 1.5 }, features: { a: { transform: 'none' } } });
    expect(preparationKey(parse(JSON.parse(key)))).toBe(key);
  });

  it('hold for a feature unless it has its own', () => {
    const options = parse({ scale: 'minmax', features: { a: { scale: 'none', weight: undefined } } });
    expect(optionsOf(options, 'a')).toMatchObject({ scale: 'none', weight: 1, transform: 'auto' });
    expect(optionsOf(options, 'b')).toMatchObject({ scale: 'minmax' });
  });

  it('refuse what cannot be done', () => {
    for (const wrong of [
      { weight: -1 },
      { cap: { by: 'quantile', low: 0.6, high: 0.9 } },
      { cap: { by: 'iqr', times: 0 } },
      { correlatedAtLeast: 1.2 },
      { features: { a: { scale: 'log' } } },
    ])
      expect(prepareOptionsSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });

  it('are as usual where nothing is said', () => {
    expect(usualPreparation).toEqual({
      transform: 'auto',
      scale: 'zscore',
      cap: { by: 'none' },
      missing: 'median',
      weight: 1,
      correlatedAtLeast: null,
      nearConstant: 'keep',
      features: {},
    });
  });
});

describe('a record in words', () => {
  const usual = completePreparation({
    feature: 'spent',
    transform: 'none',
    skewBefore: 0,
    skewAfter: 0,
    mean: 3,
    deviation: 2,
    imputed: 0,
    median: 3,
    used: true,
  });
  const texts = (changed: Partial<Preparation>) => {
    const record = { ...usual, ...changed };
    return [preparationMessage(record, (key) => `“${key}”`), ...preparationNotes(record)].map((what) =>
      say(what, 'en-GB'),
    );
  };

  it('says what was done', () => {
    expect(texts({})).toEqual(['z-score']);
    expect(texts({ transform: 'log1p', suggested: 'log1p' })).toEqual(['log(1 + x), z-score']);
    expect(texts({ transform: 'yeoJohnson', suggested: 'yeoJohnson', lambda: 1.25, weight: 0.5 })).toEqual([
      'Yeo-Johnson (λ 1.25), z-score, weight 0.5',
    ]);
    expect(texts({ scale: 'robust', center: 4, spread: 2.5 })).toEqual(['median and IQR', 'Less 4, divided by 2.5']);
    expect(texts({ suggested: 'yeoJohnson' })).toEqual(['z-score', 'Its skewness suggests Yeo-Johnson']);
    const cap = { low: 0, high: 1, ownLow: -2, ownHigh: null };
    expect(texts({ cap, cappedLow: 3, cappedHigh: 0 })).toEqual(['z-score', 'Capped: 3 below -2, 0 above']);
    expect(texts({ imputed: 4, missing: 'mean' })).toEqual(['z-score', 'Filled in with the mean']);
    expect(texts({ nearConstant: true })).toEqual(['z-score', 'Nearly constant']);
  });

  it('says why a feature was left out', () => {
    const left = (leftOut: Preparation['leftOut'], more: Partial<Preparation> = {}) =>
      texts({ used: false, leftOut, nearConstant: true, ...more });
    expect(left('constant')).toEqual(['constant, left out']);
    expect(left('nearConstant')).toEqual(['nearly constant, left out']);
    expect(left('weightless')).toEqual(['weight 0, left out']);
    expect(left('correlated', { correlated: { with: 'orders', r: -0.987 } })).toEqual([
      'left out: goes with “orders” (r -0.987)',
    ]);
  });
});
