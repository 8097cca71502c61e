import { featuresIn } from '../../../shared/engine/features/formula/formula-node.ts';
import { parseFormula } from '../../../shared/engine/features/formula/parse-formula.ts';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/model/message.ts';
import type { Change } from '../../store/repositories/journal.ts';
import { addOwnFeature, listOwnFeatures, setOwnFeatureStands } from '../../store/repositories/own-features.ts';
import { inTransaction } from '../../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from '../changes.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import type { Session } from '../session.ts';
import { definitionsOf } from './catalogue.ts';
import { computeFeatures } from './compute-features.ts';
import { checkFormula, resolveFeature } from './own.ts';

const asNow = { asOf: null, isChosen: false, breaks: {} };

export const createFeatureServices = (session: Session, now: () => Date): WriterServices['features'] => ({
  compute: (request, job) =>
    session.exclusive('features.compute', async () => {
      const { totals, ...snapshot } = await computeFeatures(session.db, request, job);
      job.progress('finishing', 1);
      return { ...snapshot, totals };
    }),
  define: ({ name, formula, unit }) =>
    session.exclusive('features.define', () => {
      const { db } = session;
      const entries = definitionsOf(db, asNow);
      if (resolveFeature(entries, name) !== null) throw new AppError('nameTaken', { name });
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
