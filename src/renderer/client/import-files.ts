import { isCancelled } from '../../shared/errors.ts';
import type { JobEvent, JobStage } from '../../shared/model/job.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import type { ImportOutcome } from '../../shared/model/recipe.ts';
import { api, uploadFile } from './api.ts';
import {
  type Answers,
  currentStep,
  failOrForget,
  type IncomingFiles,
  type PreviewStep,
  type ReadingStep,
  setStep,
} from './import-flow.ts';
import { runOnScreen } from './jobs.ts';
import { goTo } from './navigation.ts';
import { notify, notifyError, notifyProblem } from './notify.ts';
import { asked, firstPreview, previewFiles } from './preview-files.ts';
import { queryClient, refreshProjectInfo, setProjectInfo } from './queries.ts';
import { runJob } from './run-job.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

/** “sales.csv”, or “3 files”. */
export const namesText = (names: readonly string[]): string =>
  names.length === 1 ? t('import.file', { name: names[0]! }) : t('import.files', { count: names.length });

export const isProject = (name: string) => /\.tessera$/i.test(name);
const isBusy = () => ['reading', 'working'].includes(currentStep().at);

/** Which part of the whole a job’s own fraction covers. */
const importShare = 0.6;

/** Changes what is shown of a file that is being read; nothing where another thing is shown by now. */
const updateReading = (stop: AbortController, change: Partial<Pick<ReadingStep, 'fraction' | 'look'>>): void => {
  const step = currentStep();
  if (step.at === 'reading' && !stop.signal.aborted) setStep({ ...step, ...change }, () => stop.abort());
};

/** So much of a file is looked at first; of one that is read in a moment the beginning alone says nothing new. */
const lookedAtBytes = 1024 * 1024;
const longBytes = 8 * lookedAtBytes;
const longRows = 100_000;
/** Which part of taking a file in and reading it is taking it in. */
const copyShare = 0.2;

/** Shows what the beginning of a file says as soon as that is known. What is wrong with a file its reading will say. */
const lookAt = async (paths: readonly string[], stop: AbortController, wholeBytes?: number): Promise<void> => {
  try {
    const asked = { paths: [...paths], ...(wholeBytes === undefined ? {} : { wholeBytes }) };
    const look = await runJob(() => api.source.look(asked), { signal: stop.signal });
    if (look !== null && look.aboutRows >= longRows) updateReading(stop, { look });
  } catch {
    // The reading of all of it meets the same and says so.
  }
};

/** Takes the beginning of a long file to the host before all of it. */
const lookAtBeginning = async (file: File, stop: AbortController): Promise<void> => {
  if (file.size < longBytes || /\.gz$/i.test(file.name)) return;
  try {
    const beginning = new File([file.slice(0, lookedAtBytes)], file.name);
    await lookAt([await uploadFile(beginning, { signal: stop.signal })], stop, file.size);
  } catch {
    // Taking all of it there meets the same.
  }
};

const readThrough = async (files: IncomingFiles, target: Answers['target'], stop: AbortController): Promise<void> => {
  const cancel = () => stop.abort();
  const { names } = files;
  const before = currentStep();
  const look = before.at === 'reading' ? before.look : null;
  const copied = before.at === 'reading' ? copyShare : 0;
  setStep({ at: 'reading', names, copying: false, fraction: copied, look }, cancel);
  if (look === null) void lookAt(files.paths, stop);
  const { sheets, answers } = await firstPreview(
    files.paths,
    { mapping: null, keep: null, target },
    {
      signal: stop.signal,
      onFraction: (fraction) => updateReading(stop, { fraction: copied + (1 - copied) * fraction }),
    },
  );
  setStep({ at: 'preview', files, sheets, answers, updating: null, problem: null });
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
    setStep({ at: 'reading', names, copying: true, fraction: 0, look: null }, cancel);
    if (files.length === 1) await lookAtBeginning(files[0]!, stop);
    const paths: string[] = [];
    let before = 0;
    for (const file of files) {
      const onProgress = (part: number) =>
        updateReading(stop, { fraction: (copyShare * (before + part * file.size)) / bytes });
      paths.push(await uploadFile(file, { signal: stop.signal, onProgress }));
      before += file.size;
    }
    await readThrough({ paths, names }, target, stop);
  });
};

let rereading: AbortController | null = null;
/** What was asked last of which the figures are known. */
let settled: PreviewStep | null = null;

/**
 * New answers: the figures follow. Answers that come while another reading runs replace it; a person who cancels is back
 * at the last answers of which the figures are known.
 */
export const answer = async (step: PreviewStep, change: Partial<Answers>): Promise<void> => {
  // Another project has rules of its own.
  const answers: Answers = { ...step.answers, ...(change.target === undefined ? {} : { keep: null }), ...change };
  rereading?.abort();
  const stop = new AbortController();
  rereading = stop;
  if (step.updating === null || settled === null) settled = step;
  const show = (given: Partial<PreviewStep>): void => {
    const now = currentStep();
    if (rereading === stop && now.at === 'preview') setStep({ ...now, ...given }, () => stop.abort());
  };
  show({ answers, updating: 0, problem: null });
  try {
    const sheets = await previewFiles(step.files.paths, answers, {
      signal: stop.signal,
      onFraction: (updating) => show({ updating }),
    });
    show({ sheets, updating: null });
  } catch (error) {
    const known = toAppError(error);
    show(isCancelled(known) ? { ...settled, updating: null } : { updating: null, problem: known });
  }
};

export const forgetImport = (): void => {
  rereading?.abort();
  settled = null;
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
  const options = { signal: stop.signal, onProgress };
  await runOnScreen(() => api.segmentation.run({ method: 'kmeans', k: 'auto' }), options);
};

/** A project for files that want one of their own; the one made for an attempt before is used again. */
const projectFor = async ({ answers, files }: PreviewStep): Promise<ProjectInfo> => {
  const open = await api.project.info();
  if (answers.target === 'current' && open) return open;
  const name = projectNameOf(files.names[0] ?? '');
  return open && open.totals === null && open.name.startsWith(name) ? open : api.project.create({ name });
};

/** Rules of the open project that a person wants to count by from now on; those that are on stay so. */
const switchOn = async ({ answers, sheets }: PreviewStep): Promise<void> => {
  if (answers.target !== 'current' || answers.keep === null) return;
  const rules = sheets.flatMap(({ setAside }) => setAside);
  for (const { reason } of rules.filter(({ reason, on }) => on && reason !== 'unreadable'))
    await api.source.setRule({ reason, on: true });
};

/** Whether the segments are made again with the import: the project has some, and knows the kind of file. */
const isBroughtUpToDate = ({ answers, sheets }: PreviewStep, project: ProjectInfo): boolean =>
  answers.target === 'current' &&
  project.activeSegmentationId !== null &&
  sheets.some(({ recipe }) => recipe?.isReplayed === true);

/**
 * Imports what the preview showed, then makes segments by ourselves; nobody has to ask for them. The next file of a known
 * kind brings the segments up to date in the same step.
 */
export const acceptPreview = async (step: PreviewStep): Promise<void> => {
  const { names } = step.files;
  const stop = new AbortController();
  const cancel = () => stop.abort();
  rereading?.abort();
  const before = (await api.project.info().catch(() => null))?.path ?? null;
  setStep({ at: 'working', names, stage: null, fraction: 0 }, cancel);
  let outcome: ImportOutcome | null = null;
  try {
    const project = await projectFor(step);
    await setProjectInfo(project);
    await switchOn(step);
    const isWhole = isBroughtUpToDate(step, project);
    const onProgress = ({ stage, fraction }: JobEvent) =>
      setStep(
        {
          at: 'working',
          names,
          stage: stage === 'starting' ? 'reading' : stage,
          fraction: isWhole ? fraction : fraction * importShare,
        },
        cancel,
      );
    const input = asked(step.files.paths, step.answers);
    const options = { signal: stop.signal, onProgress };
    if (step.answers.target === 'current') outcome = await runOnScreen(() => api.recipe.import(input), options);
    else await runOnScreen(() => api.source.import(input), options);
  } catch (error) {
    const known = toAppError(error);
    // What was open before the attempt is open after it.
    if (before !== null) await api.project.open({ path: before }).catch(() => undefined);
    await refreshProjectInfo();
    setStep({ ...step, updating: null, problem: isCancelled(known) ? null : known });
    return;
  }
  if (outcome === null || (outcome.segmentationId === null && outcome.problem === null))
    await segmentImported(names, stop);
  else await tellOutcome(outcome);
};

/** Says what the next file changed, and shows it. */
const tellOutcome = async ({ problem, moved }: ImportOutcome): Promise<void> => {
  await refreshProjectInfo();
  setStep({ at: 'idle' });
  goTo(problem === null ? 'segments' : 'data');
  if (problem !== null) notifyProblem(problem);
  else if (moved !== null) notify(t('recipe.done', { ...moved }));
  await queryClient.invalidateQueries({ queryKey: ['project.recents'] });
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
