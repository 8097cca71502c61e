import * as z from 'zod';
import { remember, useRemembered } from './preferences.ts';

const nameOf = (path: string): string => `facts ${path}`;
const keysSchema = z.array(z.string());

/** Keys of the facts that segments of this project are to be made from; null: the usual ones. */
export const useFactChoice = (path: string | undefined): readonly string[] | null =>
  useRemembered(nameOf(path ?? ''), keysSchema);

/** Keeps the choice on this computer, outside the project: it says how to look, not what is. */
export const chooseFacts = (path: string, keys: readonly string[] | null): void =>
  remember(nameOf(path), keys === null ? null : [...keys]);
