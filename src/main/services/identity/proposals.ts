import { applyDecisions } from '../../../shared/engine/identity/apply-decisions.ts';
import { pairVerdicts } from '../../../shared/engine/identity/link-records.ts';
import { createRecordSets } from '../../../shared/engine/identity/record-sets.ts';
import type { PersonDecision } from '../../../shared/engine/identity/records.ts';
import { apartPairs, mergedIdentities } from '../../store/repositories/identity.ts';
import { type StoredPair, searchedPairs } from '../../store/repositories/identity-search.ts';
import type { Sqlite } from '../../store/sqlite.ts';

interface ProposedGroup {
  /** Identities of several customers that surely are one, rising. */
  readonly identities: readonly number[];
  /** Customers that they count as now, rising: two or more. */
  readonly customers: readonly number[];
  readonly pairs: readonly StoredPair[];
}

/** What the last search proposes, as far as nobody has decided it. */
export interface Proposals {
  readonly sure: readonly ProposedGroup[];
  /** For a person to look at, the likeliest first; of any two customers only the likeliest pair. */
  readonly queue: readonly StoredPair[];
}

const sureVerdict = pairVerdicts.indexOf('sure');

/** What people decided, for the engine: who was put together counts more than who was once kept apart. */
export const decisionsOf = (db: Sqlite, placeOf: (identity: number) => number | undefined): PersonDecision[] => {
  const decisions: PersonDecision[] = [];
  const add = (one: number, other: number, verdict: PersonDecision['verdict']): void => {
    const [a, b] = [placeOf(one), placeOf(other)];
    if (a !== undefined && b !== undefined && a !== b) decisions.push({ a, b, verdict });
  };
  const merged = mergedIdentities(db);
  const customerOf = (identity: number): number => merged.get(identity) ?? identity;
  // Later ones count more: without those that a merge overruled, the two kinds agree.
  for (const [a, b] of apartPairs(db)) if (customerOf(a) !== customerOf(b)) add(a, b, 'different');
  // Members of one customer are joined with each other even where its own record says nothing.
  const first = new Map<number, number>();
  for (const [identity, customer] of merged) {
    const known = first.get(customer) ?? (placeOf(customer) === undefined ? undefined : customer);
    if (known !== undefined) add(known, identity, 'same');
    if (!first.has(customer)) first.set(customer, known ?? identity);
  }
  return decisions;
};

/**
 * Which customers are surely one, and which pairs are to be looked at, after all that people decided since the search:
 * sure pairs are joined, the surest first, but nobody who is kept apart. O(pairs × log pairs).
 */
export const proposalsOf = (db: Sqlite): Proposals => {
  const pairs = searchedPairs(db);
  const merged = mergedIdentities(db);
  const customerOf = (identity: number): number => merged.get(identity) ?? identity;
  const ids = new Set<number>();
  for (const { a, b } of pairs) ids.add(a).add(b);
  for (const [identity, customer] of merged) ids.add(identity).add(customer);
  const identities = Int32Array.from(ids).sort();
  const places = new Map(Array.from(identities, (id, place) => [id, place]));
  const placeOf = (id: number): number => places.get(id)!;
  const sets = createRecordSets(identities.length);
  applyDecisions(
    sets,
    decisionsOf(db, (id) => places.get(id)),
  );
  const joining = new Map<number, StoredPair[]>();
  const joined: StoredPair[] = [];
  for (const pair of pairs) {
    if (pair.verdict !== sureVerdict) continue;
    const [a, b] = [placeOf(pair.a), placeOf(pair.b)];
    if (sets.areApart(a, b)) continue;
    sets.join(a, b);
    if (customerOf(pair.a) !== customerOf(pair.b)) joined.push(pair);
  }
  for (const pair of joined) {
    const root = sets.rootOf(placeOf(pair.a));
    const known = joining.get(root);
    if (known) known.push(pair);
    else joining.set(root, [pair]);
  }
  const rising = (some: Iterable<number>): number[] => [...new Set(some)].sort((x, y) => x - y);
  const sure = [...joining].map(([root, its]): ProposedGroup => {
    const members = rising(sets.membersOf(root).map((place) => identities[place]!));
    return { identities: members, customers: rising(members.map(customerOf)), pairs: its };
  });
  const seen = new Set<number>();
  const queue = pairs.filter((pair) => {
    if (pair.verdict === sureVerdict) return false;
    const [a, b] = [placeOf(pair.a), placeOf(pair.b)];
    if (sets.areApart(a, b)) return false;
    const [low, high] = [sets.rootOf(a), sets.rootOf(b)].sort((x, y) => x - y) as [number, number];
    if (low === high || seen.has(low * identities.length + high)) return false;
    seen.add(low * identities.length + high);
    return true;
  });
  return { sure, queue };
};
