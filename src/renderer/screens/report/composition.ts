import { useEffect } from 'react';
import { create } from 'zustand';
import { newCard, type ReportCard, type ReportCardKind, type ReportComposition } from '../../../shared/model/report.ts';
import { api } from '../../client/api.ts';
import { useJobs } from '../../client/jobs.ts';
import { saveReport } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';

interface Draft {
  /** What was changed here and is not known to be kept yet. */
  readonly composition: ReportComposition | null;
  readonly selected: string | null;
}

const useDraft = create<Draft>(() => ({ composition: null, selected: null }));

export const useSelectedCard = (): string | null => useDraft(({ selected }) => selected);
export const selectCard = (selected: string | null): void => useDraft.setState({ selected });

/** Typing is kept as one change once it pauses this long. */
const pauseMs = 700;
let timer: ReturnType<typeof setTimeout> | null = null;
let saving: Promise<void> | null = null;

/** Waits for a job under way: it has the project for itself. */
const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (useJobs.getState().running === null) return resolve();
    const stop = useJobs.subscribe(({ running }) => {
      if (running !== null) return;
      stop();
      resolve();
    });
  });

const keep = async (): Promise<void> => {
  for (;;) {
    const { composition } = useDraft.getState();
    if (composition === null) return;
    await untilIdle();
    const isKept = await saveReport(composition);
    if (!isKept) return useDraft.setState({ composition: null });
    if (useDraft.getState().composition === composition) return;
  }
};

/** Keeps what is not kept yet, and waits for it. */
export const keepNow = async (): Promise<void> => {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  saving ??= keep().finally(() => {
    saving = null;
  });
  await saving;
};

/** Shows a change at once and keeps it; while somebody types, once that pauses. */
export const edit = (composition: ReportComposition, isTyping = false): void => {
  useDraft.setState({ composition });
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), isTyping ? pauseMs : 0);
};

/** The project's report as it is on screen; undefined until it is known. */
export const useComposition = () => {
  const { data, error } = useProjectQuery(['report.get'], (signal) => api.report.get(undefined, { signal }));
  const draft = useDraft(({ composition }) => composition);
  // What the project says now counts, unless somebody has changed more meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the project's own report is another one
  useEffect(() => {
    if (saving === null && timer === null) useDraft.setState({ composition: null });
  }, [data]);
  useEffect(() => () => void keepNow(), []);
  return { composition: draft ?? data?.composition, error };
};

export const placeOf = ({ cards }: ReportComposition, id: string): number => cards.findIndex((card) => card.id === id);

/** The card at this place of the others. */
export const moved = (composition: ReportComposition, id: string, to: number): ReportComposition => {
  const card = composition.cards.find((one) => one.id === id);
  if (card === undefined) return composition;
  const others = composition.cards.filter((one) => one !== card);
  const place = Math.max(0, Math.min(others.length, to));
  return { ...composition, cards: [...others.slice(0, place), card, ...others.slice(place)] };
};

export const removed = (composition: ReportComposition, id: string): ReportComposition => ({
  ...composition,
  cards: composition.cards.filter((card) => card.id !== id),
});

export const added = (
  composition: ReportComposition,
  kind: ReportCardKind,
  at = composition.cards.length,
): { composition: ReportComposition; id: string } => {
  const card = newCard(kind, composition.cards);
  const { cards } = composition;
  return { composition: { ...composition, cards: [...cards.slice(0, at), card, ...cards.slice(at)] }, id: card.id };
};

export const changed = (composition: ReportComposition, card: ReportCard): ReportComposition => ({
  ...composition,
  cards: composition.cards.map((one) => (one.id === card.id ? card : one)),
});
