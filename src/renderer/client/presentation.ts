import * as z from 'zod';
import { create } from 'zustand';
import { maskAs, type ShownNames } from './masking.ts';
import { remember, remembered } from './preferences.ts';
import { t } from './words.ts';

const rememberedName = 'presentation';
const schema = z.object({ on: z.boolean(), names: z.enum(['pseudonyms', 'hidden']), salt: z.number().int() });

interface Presentation {
  /** Stays on over a reload and the next start: names are shown again when somebody says so, never by themselves. */
  readonly on: boolean;
  readonly names: ShownNames;
  readonly salt: number;
}

const known = (): Presentation =>
  remembered(rememberedName, schema) ?? {
    on: false,
    names: 'pseudonyms',
    salt: crypto.getRandomValues(new Uint32Array(1))[0]!,
  };

export const usePresentation = create<Presentation>(known);

const mask = (shown: Presentation): void => maskAs({ ...shown, called: (number) => t('present.customer', { number }) });
mask(usePresentation.getState());

type Switching = () => void;
const before = new Set<Switching>();
/** Runs whenever names are about to be shown or hidden: whoever keeps names lets go of them. */
export const beforeSwitching = (forget: Switching): void => void before.add(forget);

const set = (change: Partial<Presentation>): void => {
  const next = { ...usePresentation.getState(), ...change };
  // What is answered from now on is masked as it will be shown; then everything that was kept goes.
  mask(next);
  for (const forget of before) forget();
  usePresentation.setState(next);
  remember(rememberedName, { ...next });
};

export const present = (): void => set({ on: true });
export const leavePresentation = (): void => set({ on: false });
export const togglePresentation = (): void => set({ on: !usePresentation.getState().on });
export const showNamesAs = (names: ShownNames): void => set({ names });
