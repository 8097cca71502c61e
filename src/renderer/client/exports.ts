import { routes } from '../../shared/api/routes.ts';
import type { FileHandle } from '../../shared/model/job.ts';
import { api } from './api.ts';
import { startJob } from './jobs.ts';
import { notify } from './notify.ts';
import { change } from './project.ts';
import { t } from './words.ts';

/** Hands a finished file over: the host’s answer names it, the browser or the desktop asks where to keep it. */
export const handOver = ({ id, name }: FileHandle): void => {
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
  if (handle) handOver(handle);
  return handle;
};

/** Writes a table and hands it over; errors are shown. `what` names it in the status bar. */
export const exportTable = (what: string, input: Parameters<typeof api.export.table>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what }), () => api.export.table(input)));

export const exportReport = (input: Parameters<typeof api.export.report>[0]): Promise<FileHandle | null> =>
  deliver(() => startJob(t('app.export.job', { what: t('app.export.report') }), () => api.export.report(input)));
