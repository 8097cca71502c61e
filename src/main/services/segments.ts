import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import { say } from '../../shared/words/say.ts';
import { namesBeside, type SegmentIdentity, segmentById } from '../store/repositories/segments.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { makeChange } from './changes.ts';
import { projectInfo } from './project-info.ts';
import { createSegmentEdits } from './segment-edits.ts';
import type { SegmentationDependencies } from './segmentations.ts';
import type { WriterServices } from './services.ts';

const need = (db: Sqlite, id: number): SegmentIdentity => {
  const segment = segmentById(db, id);
  if (segment === null) throw new AppError('notFound', { what: 'segment', id });
  return segment;
};

export const createSegmentServices = (dependencies: SegmentationDependencies): WriterServices['segment'] => {
  const { session, now } = dependencies;
  return {
    rename: ({ id, name }) =>
      session.exclusive('segment.rename', () => {
        const { db } = session;
        const before = need(db, id).name;
        if (before.key === 'segment.custom' && before.values.name === name) return projectInfo(db);
        const reads = (text: string) => text.toLocaleLowerCase('en');
        if (namesBeside(db, id).some((other) => reads(say(other)) === reads(name)))
          throw new AppError('nameTaken', { name });
        const after = message('segment.custom', { name });
        makeChange(db, now(), message('journal.rename', { name }), [{ kind: 'rename', id, before, after }]);
        return projectInfo(db);
      }),
    recolour: ({ id, color }) =>
      session.exclusive('segment.recolour', () => {
        const { db } = session;
        const before = need(db, id).color;
        if (before === color) return projectInfo(db);
        makeChange(db, now(), message('journal.recolour'), [{ kind: 'recolour', id, before, after: color }]);
        return projectInfo(db);
      }),
    ...createSegmentEdits(dependencies),
    freeze: ({ id, on }) =>
      session.exclusive('segment.freeze', () => {
        const { db } = session;
        const before = need(db, id).frozen;
        if (before === on) return projectInfo(db);
        makeChange(db, now(), message(on ? 'journal.freeze' : 'journal.thaw'), [
          { kind: 'freeze', id, before, after: on },
        ]);
        return projectInfo(db);
      }),
  };
};
