import { useEffect, useRef, useState } from 'react';
import { isCancelled } from '../../../shared/errors.ts';
import type { IdentityPair } from '../../../shared/model/identity.ts';
import { api } from '../../client/api.ts';
import { startJob } from '../../client/jobs.ts';
import { notifyError } from '../../client/notify.ts';
import { undo, useProject } from '../../client/project.ts';
import { refreshProjectInfo, setProjectInfo, useProjectQuery } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t } from '../../client/words.ts';

export type Answer = 'same' | 'different' | 'later';

/** Pairs asked for at once; later ones follow as those before them are decided. */
const pairsAtOnce = 100;
const pairsAtMost = 200;

interface Given {
  readonly id: string;
  /** The project's revision once the answer was written; null until then. */
  readonly revision: number | null;
}

/**
 * Going through the doubtful pairs. An answer counts on the screen at once and is written in the background, one after
 * another in the order given; what is put off comes again after the others.
 */
export const useReview = () => {
  const project = useProject();
  const revision = project?.revision ?? 0;
  const [later, setLater] = useState<readonly string[]>([]);
  /** Answers of this round that stand, the last one last. */
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const line = useRef<Promise<void>>(Promise.resolve());
  const limit = Math.min(pairsAtMost, pairsAtOnce + later.length);
  const queue = useProjectQuery(['identity.queue', limit], async (signal) => ({
    ...(await api.identity.queue({ offset: 0, limit }, { signal })),
    revision,
  }));
  const fetched = queue.data?.pairs ?? [];
  // Until the list is younger than an answer, it still has what was answered.
  const isAhead = (one: Given): boolean => one.revision === null || (queue.data?.revision ?? 0) < one.revision;
  const ahead = new Set(given.filter(isAhead).map(({ id }) => id));
  const open = fetched.filter(({ id }) => !ahead.has(id));
  const pairs = [
    ...open.filter(({ id }) => !later.includes(id)),
    ...later.flatMap((id) => open.find((pair) => pair.id === id) ?? []),
  ];
  const place = Math.max(
    0,
    pairs.findIndex(({ id }) => id === wanted),
  );
  const pair: IdentityPair | null = pairs[place] ?? null;

  // An answer that was taken back, here or anywhere, stands before the person again.
  const back = given.filter((one) => !isAhead(one) && fetched.some(({ id }) => id === one.id)).map(({ id }) => id);
  const backKey = back.join();
  useEffect(() => {
    if (backKey === '') return;
    const gone = backKey.split(',');
    setGiven((all) => all.filter(({ id }) => !gone.includes(id)));
    setWanted(gone.at(-1)!);
  }, [backKey]);

  const write = ({ id, a, b }: IdentityPair, verdict: 'same' | 'different'): void => {
    line.current = line.current.then(async () => {
      try {
        const decided = await startJob(t('same.answering'), () =>
          api.identity.decide({ decisions: [{ a: a.id, b: b.id, verdict }] }),
        );
        setGiven((all) => all.map((one) => (one.id === id ? { id, revision: decided.project.revision } : one)));
        await setProjectInfo(decided.project);
      } catch (error) {
        const known = toAppError(error);
        if (!isCancelled(known)) notifyError(known);
        setGiven((all) => all.filter((one) => one.id !== id));
        await refreshProjectInfo();
      }
    });
  };

  const answer = (what: Answer): void => {
    if (pair === null) return;
    setWanted(pairs[place + 1]?.id ?? null);
    if (what === 'later') setLater((all) => [...all.filter((id) => id !== pair.id), pair.id]);
    else {
      setGiven((all) => [...all.filter(({ id }) => id !== pair.id), { id: pair.id, revision: null }]);
      write(pair, what);
    }
  };
  const step = (by: number): void => {
    const next = pairs[place + by];
    if (next) setWanted(next.id);
  };
  const isOurs = /^journal\.identity\.(same|different)$/.test(project?.undo?.key ?? '');
  return {
    error: queue.error,
    retry: () => queue.refetch(),
    isLoading: queue.data === undefined,
    pair,
    place,
    left: (queue.data?.total ?? 0) - (fetched.length - open.length),
    done: given.length,
    answer,
    step,
    canUndo: isOurs && given.length > 0 && given.every((one) => one.revision !== null),
    undo,
  };
};
