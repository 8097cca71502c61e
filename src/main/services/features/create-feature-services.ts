import { featuresIn } from '../../../shared/engine/features/formula/formula-node.ts';
import { parseFormula } from '../../../shared/engine/features/formula/parse-formula.ts';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/model/message.ts';
import type { Change } from '../../store/repositories/journal.ts';
import { addOwnFeature, listOwnFeatures, setOwnFeatureStands } from '../../store/repositories/own-features.ts';
import { inTransaction } from '../../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from '../changes.ts';
import type { Compute } from '../compute.ts';
import { findJoins } from '../joins/find-joins.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import { partOf, type Session, spanOf } from '../session.ts';
import { definitionsOf } from './catalogue.ts';
import { computeFeatures } from './compute-features.ts';
import { checkFormula, resolveFeature } from './own.ts';
import { relateFeatures } from './relate-features.ts';

const asNow = { asOf: null, isChosen: false, breaks: {} };

export const createFeatureServices = (
  session: Session,
  now: () => Date,
  compute: Compute,
): WriterServices['features'] => ({
  compute: (request, job) =>
    session.exclusive('features.compute', async () => {
      // Which tables belong together is found out where nobody looked since the last file came in.
      const looked = 0.3;
      await findJoins(session.db, compute, job, spanOf(job, 'features', 0, looked));
      const { totals, ...snapshot } = await computeFeatures(session.db, request, partOf(job, looked, 1));
      job.progress('finishing', 1);
      return { ...snapshot, totals };
    }),
  relations: (request, job) =>
    session.exclusive('features.relations', () => relateFeatures(session.db, compute, request, job)),
  define: ({ name, formula, unit }) =>
    session.exclusive('features.define', () => {
      const { db } = session;
      const entries = definitionsOf(db, asNow);
      if (resolveFeature(entries, name) !== null) throw new AppError('nameTaken', { name, what: 'feature' });
      checkFormula(entries, formula);
      inTransaction(db, () => {
        dropRedo(db);
        const id = addOwnFeature(db, { name, formula, unit });
        setOwnFeatureStands(db, id, true);
        const change: Change = { kind: 'feature', id, before: false, after: true };
        noteChange(db, now(), message('journal.featureAdded', { name }), [change]);
      });
      return projectInfo(db);
    }),
  remove: ({ key }) =>
    session.exclusive('features.remove', () => {
      const { db } = session;
      const all = listOwnFeatures(db);
      const gone = all.find(({ name }) => `own:${name}` === key);
      if (gone === undefined) throw new AppError('notFound', { what: 'feature', id: key });
      const user = all.find(({ formula }) =>
        featuresIn(parseFormula(formula)).some((input) => input === gone.name || input === key),
      );
      if (user !== undefined) throw new AppError('featureInUse', { name: gone.name, by: user.name });
      makeChange(db, now(), message('journal.featureRemoved', { name: gone.name }), [
        { kind: 'feature', id: gone.id, before: true, after: false },
      ]);
      return projectInfo(db);
    }),
});
