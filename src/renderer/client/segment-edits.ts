import type { Segmentation } from '../../shared/model/segmentation.ts';
import { api } from './api.ts';
import { startJob } from './jobs.ts';
import { change, command } from './project.ts';
import { t } from './words.ts';

/** Puts segments together; null where it failed or was cancelled, which is said. */
export const mergeSegments = (ids: readonly number[]): Promise<Segmentation | null> =>
  change(() => startJob(t('edit.job.merge'), () => api.segment.merge({ ids: [...ids] })));

/** Divides a segment; null where it failed or was cancelled, which is said. */
export const splitSegment = (id: number, parts: number): Promise<Segmentation | null> =>
  change(() => startJob(t('edit.job.split'), () => api.segment.split({ id, parts })));

export const freezeSegment = (id: number, on: boolean): Promise<boolean> =>
  command(() => api.segment.freeze({ id, on }));
