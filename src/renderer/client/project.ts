import type { UseQueryResult } from '@tanstack/react-query';
import { type AppError, isCancelled } from '../../shared/errors.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import type { ReportComposition } from '../../shared/model/report.ts';
import type { SegmentationSummary } from '../../shared/model/segmentation.ts';
import { api } from './api.ts';
import { stopBackground } from './background.ts';
import { makeWay } from './look.ts';
import { notifyError } from './notify.ts';
import { refreshProjectInfo, setProjectInfo, useProjectInfo, useProjectQuery } from './queries.ts';
import { toAppError } from './to-app-error.ts';
import { hideUndoNotice } from './undo-notice.ts';

/** The open project; null where none is, or while it is not known yet. */
export const useProject = (): ProjectInfo | null => useProjectInfo().data ?? null;

export const useSegmentations = (): UseQueryResult<SegmentationSummary[], AppError> =>
  useProjectQuery(['segmentation.list'], (signal) => api.segmentation.list(undefined, { signal }));

/**
 * Runs something that changes the project, then lets every screen ask again. An error is shown as a notification.
 * @returns what the change answered; null where it failed or was cancelled
 */
export const change = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
  try {
    hideUndoNotice();
    await makeWay();
    const result = await work();
    await refreshProjectInfo();
    return result;
  } catch (error) {
    const known = toAppError(error);
    await refreshProjectInfo();
    if (!isCancelled(known)) notifyError(known);
    return null;
  }
};

/** The same for commands that answer with the project as it is now. */
export const command = async (work: () => Promise<ProjectInfo>): Promise<boolean> => {
  try {
    hideUndoNotice();
    await makeWay();
    await setProjectInfo(await work());
    return true;
  } catch (error) {
    notifyError(toAppError(error));
    await refreshProjectInfo();
    return false;
  }
};

export const undo = () => command(() => api.journal.undo());
export const redo = () => command(() => api.journal.redo());
export const activateSegmentation = (id: number) => command(() => api.segmentation.activate({ id }));
export const renameSegment = (id: number, name: string) => command(() => api.segment.rename({ id, name }));
export const recolourSegment = (id: number, color: number) => command(() => api.segment.recolour({ id, color }));
export const setRule = (input: Parameters<typeof api.source.setRule>[0]) => command(() => api.source.setRule(input));
export const saveReport = (composition: ReportComposition) => command(() => api.report.compose({ composition }));
export const openProject = (path: string) => {
  stopBackground();
  return command(() => api.project.open({ path }));
};
export const closeProject = async (): Promise<void> => {
  stopBackground();
  await change(() => api.project.close());
};
