import { routes } from '../../shared/api/routes.ts';
import type { FileHandle } from '../../shared/model/job.ts';
import { message } from '../../shared/model/message.ts';
import { api } from './api.ts';
import { desktop, saved } from './desktop.ts';
import { startJob } from './jobs.ts';
import { isMasking } from './masking.ts';
import { notify, notifyError, notifyProblem } from './notify.ts';
import { change } from './project.ts';
import { toAppError } from './to-app-error.ts';
import { locale, t } from './words.ts';

/** Says what holds of a file that was written while names are hidden on the screen. */
const tellOfNames = (): void => {
  if (isMasking()) notifyProblem(message('present.export'));
};

/** Hands a finished file over: the desktop asks where to keep it, the browser takes it as a download. */
export const handOver = async ({ id, name }: FileHandle): Promise<void> => {
  if (desktop !== null) {
    if (saved(await desktop.saveExport(id))) notify(t('app.export.done', { name }));
    return;
  }
  const link = document.createElement('a');
  link.href = `${routes.files}/${encodeURIComponent(id)}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  notify(t('app.export.done', { name }));
};

const deliver = async (work: () => Promise<FileHandle>): Promise<FileHandle | null> => {
  const handle = await change(work);
  if (handle) {
    try {
      await handOver(handle);
      tellOfNames();
    } catch (error) {
      notifyError(toAppError(error));
    }
  }
  return handle;
};

/** Writes a table and hands it over; errors are shown. `what` names it in the status bar. */
export const exportTable = (what: string, input: Parameters<typeof api.export.table>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what }), () => api.export.table({ ...input, locale })));

/** Writes the rows of a table as they are shown, all of them. */
export const exportRows = (input: Parameters<typeof api.export.rows>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what: input.words.title }), () => api.export.rows(input)));

/** Writes computed facts, one line a customer. */
export const exportFeatures = (input: Parameters<typeof api.export.features>[0]): Promise<FileHandle | null> =>
  deliver(() =>
    startJob(t('app.export.job', { what: t('facts.job') }), () => api.export.features({ ...input, locale })),
  );

/** Writes the customers of one flow between two segmentations. */
export const exportFlow = (input: Parameters<typeof api.export.flow>[0]): Promise<FileHandle | null> =>
  deliver(() =>
    startJob(t('app.export.job', { what: t('compare.flow.list') }), () => api.export.flow({ ...input, locale })),
  );

export const exportReport = (input: Parameters<typeof api.export.report>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what: t('app.export.report') }), () => api.export.report(input)));

/** Writes the customers that a table shows, with its columns, in its order. */
export const exportCustomers = (
  what: string,
  input: Parameters<typeof api.export.customers>[0],
): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what }), () => api.export.customers(input)));
