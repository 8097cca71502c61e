import { create } from 'zustand';
import { type AppError, isCancelled } from '../../shared/errors.ts';
import type { FirstLook } from '../../shared/model/first-look.ts';
import type { JobStage } from '../../shared/model/job.ts';
import type { RecipePreview } from '../../shared/model/recipe.ts';
import type { Mapping, SetAsideReason } from '../../shared/model/source.ts';

/** Files on their way in: where they stand for the host, and what a person calls them. */
export interface IncomingFiles {
  readonly paths: readonly string[];
  readonly names: readonly string[];
}

/** What a person answered about the files so far. */
export interface Answers {
  /** Null: as guessed. */
  readonly mapping: readonly Mapping[] | null;
  /** Null: as the project has it; nothing for a new one. */
  readonly keep: readonly SetAsideReason[] | null;
  /** A project of its own, or one more file in the open one. */
  readonly target: 'new' | 'current';
}

export type ImportStep =
  | { readonly at: 'idle' }
  | {
      readonly at: 'reading';
      readonly names: readonly string[];
      readonly copying: boolean;
      readonly fraction: number;
      /** What the beginning of a file says, until all of it is read; null where that is not known. */
      readonly look: FirstLook | null;
    }
  | {
      readonly at: 'preview';
      readonly files: IncomingFiles;
      readonly sheets: readonly RecipePreview[];
      readonly answers: Answers;
      /** How far new answers have been read into figures, 0 to 1; null where none are. */
      readonly updating: number | null;
      /** Why the last answers led nowhere. */
      readonly problem: AppError | null;
    }
  | {
      readonly at: 'working';
      readonly names: readonly string[];
      readonly stage: JobStage | null;
      readonly fraction: number;
    }
  | { readonly at: 'failed'; readonly names: readonly string[]; readonly error: AppError };

export type ReadingStep = Extract<ImportStep, { at: 'reading' }>;
export type PreviewStep = Extract<ImportStep, { at: 'preview' }>;

interface ImportFlow {
  readonly step: ImportStep;
  /** Ends what is under way; null where nothing is. */
  readonly cancel: (() => void) | null;
}

export const useImportFlow = create<ImportFlow>(() => ({ step: { at: 'idle' }, cancel: null }));

export const setStep = (step: ImportStep, cancel: (() => void) | null = null): void =>
  useImportFlow.setState({ step, cancel });
export const currentStep = (): ImportStep => useImportFlow.getState().step;

/** A person who cancels goes back to where they were; anything else is told. */
export const failOrForget = (names: readonly string[], error: AppError, back: ImportStep): void =>
  setStep(isCancelled(error) ? back : { at: 'failed', names, error });
