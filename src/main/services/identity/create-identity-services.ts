import type { Compute } from '../compute.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import { breathe, type Session } from '../session.ts';
import { changeIdentity, decisionChange, splitChange, sureChange } from './change-identity.ts';
import { findSame } from './find-same.ts';

export interface IdentityDependencies {
  readonly session: Session;
  readonly compute: Compute;
  readonly now: () => Date;
}

export const createIdentityServices = ({ session, compute, now }: IdentityDependencies): WriterServices['identity'] => {
  const change =
    <Input>(name: string, changeOf: (input: Input) => Parameters<typeof changeIdentity>[1]) =>
    (input: Input, job: Parameters<typeof changeIdentity>[3]) =>
      session.exclusive(name, async () => {
        job.progress('storing', 0);
        await breathe(job);
        const moved = await changeIdentity(session.db, changeOf(input), now(), job);
        return { moved, project: projectInfo(session.db) };
      });
  return {
    find: (_, job) =>
      session.exclusive('identity.find', async () => {
        await findSame(session.db, compute, now(), job);
        job.progress('finishing', 1);
        return { project: projectInfo(session.db) };
      }),
    mergeSure: change('identity.mergeSure', () => sureChange),
    decide: change(
      'identity.decide',
      ({ decisions }) =>
        (db) =>
          decisionChange(db, decisions),
    ),
    split: change(
      'identity.split',
      ({ customerId, identityId }) =>
        (db) =>
          splitChange(db, customerId, identityId),
    ),
  };
};
