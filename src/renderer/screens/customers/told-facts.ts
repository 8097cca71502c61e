import type { WhyHere } from '../../../shared/model/explanation.ts';

type Pull = WhyHere['facts'][number];

interface ToldFact extends Pull {
  /** Features of the same kind that pull the same way, strongest first. */
  readonly likewise: readonly string[];
}

/** Pulls this weak decide nothing. */
const worthTelling = 0.1;
const most = 3;

/** The facts that speak for a segment, or against it: of each kind the strongest, with those that say the same. */
export const toldFacts = (facts: readonly Pull[], isFor: boolean): ToldFact[] => {
  const told: (Pull & { likewise: string[] })[] = [];
  for (const one of facts.filter(({ pull }) => (isFor ? pull > 0 : pull < 0))) {
    const before = told.find(({ kind }) => kind === one.kind);
    if (before !== undefined) before.likewise.push(one.feature);
    else if (Math.abs(one.pull) >= worthTelling) told.push({ ...one, likewise: [] });
  }
  return told.slice(0, most);
};
