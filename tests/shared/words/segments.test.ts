import { describe, expect, it } from 'vitest';
import { archetypes } from '../../../src/shared/engine/explain/archetypes.ts';
import { message } from '../../../src/shared/model/message.ts';
import { segments } from '../../../src/shared/words/en/segments.ts';
import { createFormat } from '../../../src/shared/words/format.ts';
import type { Phrase, Values } from '../../../src/shared/words/phrase.ts';
import { say } from '../../../src/shared/words/say.ts';

const jargon = /cluster|k-means|\bward\b|centroid|silhouette|inertia|z-score|\brfm\b|dendrogram|median|effect|invalid/i;
const format = createFormat('en-GB');
/** What a phrase may speak of. */
const values: Values = {
  name: 'Wines',
  firstName: 'Wines',
  firstKind: 'plain',
  firstUp: true,
  firstDegree: 'much',
  firstTypical: 12,
  firstAll: 3,
  firstBasis: 'median',
  orders: 3,
  days: 9,
  spent: 1200,
  share: 0.6,
  often: 'regular',
  spend: 'average',
  when: 'lately',
};

describe('words of segments', () => {
  it.each(Object.entries(segments as Record<string, Phrase>))('%s is in a shopkeeper’s words', (key, phrase) => {
    const text = phrase(values, format);
    expect(text).not.toMatch(jargon);
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(text).toMatch(/^\p{Lu}/u);
    if (/\.why|action/.test(key)) expect(text).toMatch(/[^.]\.$/);
    else expect(text).not.toMatch(/\.$/);
  });

  it.each(archetypes.map(({ key }) => key))('%s has a name and an action', (key) => {
    expect(Object.keys(segments)).toEqual(expect.arrayContaining([`segment.${key}.name`, `segment.${key}.action`]));
  });

  it('has a name of its own for every archetype', () => {
    const names = archetypes.map(({ key }) => say(message(`segment.${key}.name`)));
    expect(new Set(names).size).toBe(archetypes.length);
  });

  it('says every degree of every kind of trait differently', () => {
    for (const kind of ['age', 'birthYear', 'since', 'flag', 'spentOn', 'count', 'plain', 'everySpentOn']) {
      const texts = [true, false].flatMap((firstUp) =>
        ['very', 'much', 'some', 'slight'].map((firstDegree) =>
          say(message('segment.traits.name', { ...values, firstKind: kind, firstUp, firstDegree })),
        ),
      );
      expect(new Set(texts).size).toBe(8);
    }
  });

  it('takes no heading for a word of its own', () => {
    const flag = { ...values, firstKind: 'flag', firstDegree: 'none', firstName: 'constructor' };
    expect(say(message('segment.traits.name', flag))).toBe('Constructor: no');
    const count = { ...values, firstKind: 'count', firstName: 'constructor orders' };
    expect(say(message('segment.traits.name', count))).toBe('More constructor orders');
  });

  it('puts yes-or-no columns together and a capital first', () => {
    const yes = { firstKind: 'flag', firstDegree: 'most', firstUp: true, firstName: 'member' };
    const more = { secondKind: 'flag', secondDegree: 'most', secondUp: true, secondName: 'Newsletter' };
    expect(say(message('segment.traits.name', { ...yes, ...more }))).toBe('Members, newsletter: yes');
    const campaign = (place: string, number: number) => ({
      [`${place}Kind`]: 'flag',
      [`${place}Degree`]: 'most',
      [`${place}Up`]: true,
      [`${place}Name`]: `Accepted Campaign ${number}`,
    });
    expect(say(message('segment.traits.name', { ...campaign('first', 5), ...campaign('second', 1) }))).toBe(
      'Accepted campaigns 1 and 5',
    );
    expect(say(message('segment.traits.name', { ...yes, firstName: 'Complain' }))).toBe('Complained');
  });

  it('writes two close numbers with as many digits as tell them apart', () => {
    const close = { ...values, firstName: 'Weight', firstTypical: 100.24, firstAll: 100.21 };
    expect(say(message('segment.why.traits', close))).toBe(
      'Their weight is typically 100.24, against 100.21 for everybody.',
    );
  });

  it.each([
    [{ often: 'regular', spend: null, when: null }, 'Regulars'],
    [{ often: 'regular', spend: 'high', when: 'lately' }, 'Regular big spenders, here lately'],
    [{ often: 'frequent', spend: null, when: 'longAgo' }, 'Former frequent customers'],
    [{ often: 'once', spend: 'low', when: 'longAgo' }, 'One-time small spenders, long ago'],
    [{ often: 'occasional', spend: 'high', aboutOrders: 2 }, 'Occasional big spenders, 2 orders'],
    [{ often: 'customers', spend: 'average', when: null }, 'Average spenders'],
    [{ often: 'customers', spend: null, when: 'between', number: 2 }, 'Customers, quiet lately (2)'],
  ])('says how customers order in few words: %o', (asked, text) => {
    expect(say(message('segment.plain.name', asked))).toBe(text);
  });

  it.each([
    [['plain', 'Annual Income', false, 'much'], 'Low income'],
    [['plain', 'Spending Score', true, 'much'], 'Spend a lot'],
    [['plain', 'NPS Score', true, 'some'], 'Higher NPS score'],
    [['plain', 'tenure', false, 'much'], 'Newer customers'],
    [['count', 'Web Purchases', false, 'much'], 'Rarely buy online'],
    [['count', 'Web Visits a Month', true, 'much'], 'Browse a lot'],
    [['count', 'Teenagers at home', true, 'much'], 'Teenagers at home'],
    [['flag', 'Senior Citizen', true, 'most'], 'Senior citizens'],
    [['flag', 'Senior Citizen', false, 'much'], 'Few senior citizens'],
    [['flag', 'Senior Citizen', false, 'none'], 'No senior citizens'],
    [['flag', 'Response', false, 'none'], 'Never responded'],
    [['flag', 'Newsletter', false, 'none'], 'Newsletter: no'],
  ])('says what sets them apart as people do: %o', ([firstKind, firstName, firstUp, firstDegree], text) => {
    const trait = { firstKind, firstName, firstUp, firstDegree } as Values;
    expect(say(message('segment.traits.name', trait))).toBe(text);
  });

  it('keeps a person’s own name', () => {
    expect(say(message('segment.custom', { name: 'my darlings.' }))).toBe('my darlings.');
  });
});
