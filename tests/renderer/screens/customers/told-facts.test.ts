import { describe, expect, it } from 'vitest';
import { toldFacts } from '../../../../src/renderer/screens/customers/told-facts.ts';

const of = (feature: string, pull: number, kind = feature) => ({ feature, pull, kind });
const namesOf = (told: ReturnType<typeof toldFacts>) => told.map(({ feature, likewise }) => [feature, ...likewise]);

describe('what speaks for a segment', () => {
  it('names facts of one kind once, with what says the same', () => {
    const facts = [of('wines', 0.3, 'spentOn'), of('meat', 0.25, 'spentOn'), of('income', 0.2)];
    expect(namesOf(toldFacts(facts, true))).toEqual([['wines', 'meat'], ['income']]);
  });

  it('counts weak ones of a kind that is told, and tells no other weak one', () => {
    const facts = [of('web', 0.4, 'purchases'), of('store', 0.05, 'purchases'), of('age', 0.05)];
    expect(namesOf(toldFacts(facts, true))).toEqual([['web', 'store']]);
  });

  it('keeps what speaks against it apart', () => {
    const facts = [of('orders', 0.5), of('wines', 0.2, 'spentOn'), of('meat', -0.3, 'spentOn')];
    expect(namesOf(toldFacts(facts, true))).toEqual([['orders'], ['wines']]);
    expect(namesOf(toldFacts(facts, false))).toEqual([['meat']]);
  });
});
