import type { IdentityDecision } from '../../../shared/model/identity.ts';
import { api } from '../../client/api.ts';
import { startJob } from '../../client/jobs.ts';
import { notify } from '../../client/notify.ts';
import { change } from '../../client/project.ts';
import { queryClient } from '../../client/queries.ts';
import { t } from '../../client/words.ts';

/** What was found is asked for again: looking changes nothing in the project, so its revision stays. */
const forgetFound = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('identity.') });

export const find = async (): Promise<boolean> => {
  const found = await change(() => startJob(t('same.finding'), () => api.identity.find()));
  await forgetFound();
  return found !== null;
};

export const mergeSure = async (): Promise<boolean> => {
  const done = await change(() => startJob(t('same.merging'), () => api.identity.mergeSure()));
  if (done !== null) notify(t('same.merged', { count: done.moved }));
  return done !== null;
};

export const decide = (decisions: IdentityDecision[]): Promise<unknown> =>
  change(() => startJob(t('same.apart'), () => api.identity.decide({ decisions })));

export const split = async (customerId: number, identityId?: number): Promise<void> => {
  const done = await change(() =>
    startJob(t('same.splitAgain'), () =>
      api.identity.split({ customerId, ...(identityId === undefined ? {} : { identityId }) }),
    ),
  );
  if (done !== null) notify(t('same.split.done'));
};
