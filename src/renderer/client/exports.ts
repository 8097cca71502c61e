import { routes } from '../../shared/api/routes.ts';
import type { FileHandle } from '../../shared/model/job.ts';
import { api } from './api.ts';
import { desktop, saved } from './desktop.ts';
import { startJob } from './jobs.ts';
import { notify, notifyError } from './notify.ts';
import { change } from './project.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

/** Hands a finished file over: the desktop asks where to keep it, the browser takes it as a download. */
const handOver = async ({ id, name }: FileHandle): Promise<void> => {
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
    } catch (error) {
      notifyError(toAppError(error));
    }
  }
  return handle;
};

/** Writes a table and hands it over; errors are shown. `what` names it in the status bar. */
export const exportTable = (what: string, input: Parameters<typeof api.export.table>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what }), () => api.export.table(input)));

export const exportReport = (input: Parameters<typeof api.export.report>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what: t('app.export.report') }), () => api.export.report(input)));
