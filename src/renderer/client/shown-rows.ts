import { create } from 'zustand';
import type { Under } from '../../shared/model/number-origin.ts';

/** Rows of a file that somebody wants to see; whoever lists rows takes them over and lets go of them. */
export type AskedRows = Pick<Extract<Under, { what: 'rows' }>, 'sourceId' | 'aside' | 'filters'>;

export const useAskedRows = create<{ readonly asked: AskedRows | null }>(() => ({ asked: null }));

export const askForRows = (asked: AskedRows): void => useAskedRows.setState({ asked });
export const forgetAskedRows = (): void => useAskedRows.setState({ asked: null });
