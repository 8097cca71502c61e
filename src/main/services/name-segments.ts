import type { DescribedSegment, DescribeInput } from '../../shared/engine/explain/describe.ts';
import type { Message } from '../../shared/model/message.ts';
import { say } from '../../shared/words/say.ts';
import type { Compute } from './compute.ts';
import type { RunMatch, SureLabels } from './match-run.ts';

/** Each time one name more is out of the question; more clashes than that nobody has thought of by hand. */
const tries = 8;

/** What a method calls a part, and why it is one. */
export interface GivenName {
  readonly name: Message;
  readonly why: Message;
}

const reads = (name: Message): string => say(name).toLocaleLowerCase('en');

/**
 * Describes the segments of a run. Where the method has names of its own, those are kept, unless a person has called
 * another segment so. Those that go on from the run before keep the name they were given there as long as
 * it is true; none is called what a person has called another one, or as one that surely keeps its name.
 */
export const nameSegments = async (
  compute: Compute,
  input: Omit<DescribeInput, 'known'>,
  match: RunMatch | null,
  signal: AbortSignal,
  given: readonly GivenName[] = [],
  sure: SureLabels = new Map(),
): Promise<DescribedSegment[]> => {
  const before = match?.goesOnAs.map((one) => one?.givenName ?? null) ?? [];
  const own = [...(match?.goesOnAs ?? []), ...(match?.vanished ?? [])].map((one) =>
    one?.segment.name.key === 'segment.custom' ? reads(one.segment.name) : null,
  );
  const kept = Array.from(sure.entries(), ([label, { keepsName }]) => {
    const one = keepsName ? match?.goesOnAs[label] : null;
    return one ? { label, name: reads(one.givenName) } : null;
  }).filter((one) => one !== null);
  const isTaken = (name: Message, label: number) =>
    own.some((theirs, other) => other !== label && theirs === reads(name)) ||
    (!kept.some((one) => one.label === label) && kept.some((one) => one.name === reads(name)));
  const isGiven = given.length > 0 && !given.some(({ name }, label) => isTaken(name, label));
  const avoid: Message[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const known = { before, avoid: [...avoid] };
    const described = await compute.run('describeSegments', { ...input, known }, { signal });
    if (isGiven) return described.map((one, label) => ({ ...one, ...given[label] }));
    const clashing = described.filter(({ name }, label) => isTaken(name, label));
    if (clashing.length === 0 || attempt === tries) return described;
    avoid.push(...clashing.map(({ name }) => name));
  }
};
