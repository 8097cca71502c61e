import type { DescribedSegment, DescribeInput } from '../../shared/engine/explain/describe.ts';
import type { Message } from '../../shared/model/message.ts';
import { say } from '../../shared/words/say.ts';
import type { Compute } from './compute.ts';
import type { RunMatch } from './match-run.ts';

/** Each time one name more is out of the question; more clashes than that nobody has thought of by hand. */
const tries = 8;

const reads = (name: Message): string => say(name).toLocaleLowerCase('en');

/**
 * Describes the segments of a run. Those that go on from the run before keep the name they were given there as long as
 * it is true; none is called what a person has called another one.
 */
export const nameSegments = async (
  compute: Compute,
  input: Omit<DescribeInput, 'known'>,
  match: RunMatch | null,
  signal: AbortSignal,
): Promise<DescribedSegment[]> => {
  const before = match?.goesOnAs.map((one) => one?.givenName ?? null) ?? [];
  const own = [...(match?.goesOnAs ?? []), ...(match?.vanished ?? [])].map((one) =>
    one?.segment.name.key === 'segment.custom' ? reads(one.segment.name) : null,
  );
  const avoid: Message[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const known = { before, avoid: [...avoid] };
    const described = await compute.run('describeSegments', { ...input, known }, { signal });
    const clashing = described.filter(({ name }, label) =>
      own.some((theirs, other) => other !== label && theirs === reads(name)),
    );
    if (clashing.length === 0 || attempt === tries) return described;
    avoid.push(...clashing.map(({ name }) => name));
  }
};
