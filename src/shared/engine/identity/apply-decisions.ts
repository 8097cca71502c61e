import type { RecordSets } from './record-sets.ts';
import type { PersonDecision } from './records.ts';

/**
 * Puts what a person said before all else: the same are joined, the different kept apart for good. Where decisions
 * contradict each other, directly or through others, the later one counts. O(decisions).
 * @returns the places of decisions that later ones had overruled
 */
export const applyDecisions = (sets: RecordSets, decisions: readonly PersonDecision[]): number[] => {
  const overruled: number[] = [];
  for (let i = decisions.length - 1; i >= 0; i -= 1) {
    const { a, b, verdict } = decisions[i]!;
    const isJoined = sets.rootOf(a) === sets.rootOf(b);
    if (verdict === 'same' ? sets.areApart(a, b) : isJoined) overruled.push(i);
    else if (verdict === 'same') sets.join(a, b);
    else sets.keepApart(a, b);
  }
  return overruled.reverse();
};
