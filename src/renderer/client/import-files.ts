import { isCancelled } from '../../shared/errors.ts';
import type { JobEvent, JobStage } from '../../shared/model/job.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import type { SheetPreview } from '../../shared/model/source.ts';
import { api, uploadFile } from './api.ts';
import {
  type Answers,
  currentStep,
  failOrForget,
  type IncomingFiles,
  type PreviewStep,
  setStep,
} from './import-flow.ts';
import { goTo } from './navigation.ts';
import { notify, notifyError } from './notify.ts';
import { queryClient, refreshProjectInfo, setProjectInfo } from './queries.ts';
import { runJob } from './run-job.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

/** “sales.csv”, or “3 files”. */
export const namesText = (names: readonly string[]): string =>
  names.length === 1 ? `“${names[0]}”` : t('import.files', { count: names.length });

export const isProject = (name: string) => /\.tessera$/i.test(name);
const isBusy = () => ['reading', 'working'].includes(currentStep().at);

/** Which part of the whole a job’s own fraction covers. */
const importShare = 0.6;

const preview = (
  { paths }: IncomingFiles,
  { mapping, keep }: Pick<Answers, 'mapping' | 'keep'>,
  signal: AbortSignal,
  onFraction: (fraction: number) => void,
): Promise<SheetPreview[]> =>
  runJob(
    () =>
      api.source.preview({
        paths: [...paths],
        ...(mapping ? { mapping: [...mapping] } : {}),
        ...(keep.length > 0 ? { keep: [...keep] } : {}),
      }),
    { signal, onProgress: ({ fraction }) => onFraction(fraction) },
  );

const readThrough = async (files: IncomingFiles, target: Answers['target'], stop: AbortController): Promise<void> => {
  const cancel = () => stop.abort();
  const { names } = files;
  setStep({ at: 'reading', names, copying: false, fraction: 0 }, cancel);
  const answers: Answers = { mapping: null, keep: [], target };
  const sheets = await preview(files, answers, stop.signal, (fraction) =>
    setStep({ at: 'reading', names, copying: false, fraction }, cancel),
  );
  setStep({ at: 'preview', files, sheets, answers, updating: false, problem: null });
};

const begin = async (names: readonly string[], work: (stop: AbortController) => Promise<void>): Promise<void> => {
  const stop = new AbortController();
  goTo('import');
  try {
    await work(stop);
  } catch (error) {
    const known = toAppError(error);
    failOrForget(names, known, { at: 'idle' });
    if (isCancelled(known)) goTo('start');
  }
};

/** Files that the host can read where they are (the desktop’s own dialog). */
export const importPaths = async (paths: readonly string[], target: Answers['target'] = 'new'): Promise<void> => {
  if (isBusy()) return notify(t('drop.busy'));
  const names = paths.map((path) => path.split(/[\\/]/).at(-1) ?? path);
  return begin(names, (stop) => readThrough({ paths, names }, target, stop));
};

/** Files out of the browser’s hands: taken to the host first, then read. */
export const importFiles = async (given: readonly File[], target: Answers['target'] = 'new'): Promise<void> => {
  if (isBusy()) return notify(t('drop.busy'));
  const files = given.filter((file) => !isProject(file.name));
  if (files.length < given.length) notify(t('drop.project'));
  if (files.length === 0) return;
  const names = files.map((file) => file.name);
  await begin(names, async (stop) => {
    const cancel = () => stop.abort();
    const bytes = Math.max(
      1,
      files.reduce((sum, file) => sum + file.size, 0),
    );
    setStep({ at: 'reading', names, copying: true, fraction: 0 }, cancel);
    const paths: string[] = [];
    let before = 0;
    for (const file of files) {
      const onProgress = (part: number) =>
        setStep({ at: 'reading', names, copying: true, fraction: (before + part * file.size) / bytes }, cancel);
      paths.push(await uploadFile(file, { signal: stop.signal, onProgress }));
      before += file.size;
    }
    await readThrough({ paths, names }, target, stop);
  });
};

let rereading: AbortController | null = null;

/** New answers: the figures follow. Answers that come while another reading runs replace it. */
export const answer = async (step: PreviewStep, change: Partial<Answers>): Promise<void> => {
  const answers: Answers = { ...step.answers, ...change };
  if (change.target !== undefined) return setStep({ ...step, answers });
  rereading?.abort();
  const stop = new AbortController();
  rereading = stop;
  setStep({ ...step, answers, updating: true, problem: null });
  try {
    const sheets = await preview(step.files, answers, stop.signal, () => undefined);
    const now = currentStep();
    if (rereading === stop && now.at === 'preview') setStep({ ...now, sheets, updating: false });
  } catch (error) {
    const now = currentStep();
    const known = toAppError(error);
    if (rereading === stop && now.at === 'preview' && !isCancelled(known)) {
      setStep({ ...now, updating: false, problem: known });
    }
  }
};

export const forgetImport = (): void => {
  rereading?.abort();
  setStep({ at: 'idle' });
};

/** The name of a project after its first file, without what says only how it is packed. */
export const projectNameOf = (file: string): string =>
  file
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
    .trim() || t('app.name');

/** The list of steps only goes forward: what comes before choosing was shown with the import. */
const segmentStage = (stage: JobStage): JobStage =>
  stage === 'clustering' || stage === 'explaining' ? stage : stage === 'finishing' ? 'explaining' : 'choosing';

const segment = async (names: readonly string[], stop: AbortController): Promise<void> => {
  const onProgress = ({ stage, fraction }: JobEvent) =>
    setStep(
      { at: 'working', names, stage: segmentStage(stage), fraction: importShare + fraction * (1 - importShare) },
      () => stop.abort(),
    );
  await runJob(() => api.segmentation.run({ method: 'kmeans', k: 'auto' }), { signal: stop.signal, onProgress });
};

/** A project for files that want one of their own; the one made for an attempt before is used again. */
const projectFor = async ({ answers, files }: PreviewStep): Promise<ProjectInfo> => {
  const open = await api.project.info();
  if (answers.target === 'current' && open) return open;
  const name = projectNameOf(files.names[0] ?? '');
  return open && open.totals === null && open.name.startsWith(name) ? open : api.project.create({ name });
};

/** Imports what the preview showed, then makes segments by ourselves; nobody has to ask for them. */
export const acceptPreview = async (step: PreviewStep): Promise<void> => {
  const { names } = step.files;
  const stop = new AbortController();
  const cancel = () => stop.abort();
  rereading?.abort();
  const before = (await api.project.info().catch(() => null))?.path ?? null;
  setStep({ at: 'working', names, stage: null, fraction: 0 }, cancel);
  try {
    setProjectInfo(await projectFor(step));
    const { mapping, keep } = step.answers;
    await runJob(
      () =>
        api.source.import({
          paths: [...step.files.paths],
          ...(mapping ? { mapping: [...mapping] } : {}),
          ...(keep.length > 0 ? { keep: [...keep] } : {}),
        }),
      {
        signal: stop.signal,
        onProgress: ({ stage, fraction }) =>
          setStep(
            {
              at: 'working',
              names,
              stage: stage === 'starting' ? 'reading' : stage,
              fraction: fraction * importShare,
            },
            cancel,
          ),
      },
    );
  } catch (error) {
    const known = toAppError(error);
    // What was open before the attempt is open after it.
    if (before !== null) await api.project.open({ path: before }).catch(() => undefined);
    await refreshProjectInfo();
    setStep({ ...step, updating: false, problem: isCancelled(known) ? null : known });
    return;
  }
  await segmentImported(names, stop);
};

const segmentImported = async (names: readonly string[], stop: AbortController): Promise<void> => {
  try {
    await segment(names, stop);
    await refreshProjectInfo();
    setStep({ at: 'idle' });
    goTo('segments');
  } catch (error) {
    const known = toAppError(error);
    await refreshProjectInfo();
    setStep({ at: 'idle' });
    goTo('data');
    if (!isCancelled(known)) notifyError(known);
  }
  await queryClient.invalidateQueries({ queryKey: ['project.recents'] });
};
