import { create } from 'zustand';
import type { SideKey } from '../../../shared/model/comparison.ts';

export type CompareViewName = 'runs' | 'ways' | 'months';

interface CompareState {
  readonly path: string | null;
  readonly view: CompareViewName;
  /** Null: as the app thinks best. */
  readonly a: SideKey | null;
  readonly b: SideKey | null;
}

const start: CompareState = { path: null, view: 'runs', a: null, b: null };

/** What is compared; it stays while somebody looks at another screen, and is another project's no more. */
const useState = create<CompareState>(() => start);

export const useCompare = (path: string | undefined): CompareState => {
  const state = useState();
  return state.path === (path ?? null) ? state : { ...start, path: path ?? null };
};

export const setCompare = (path: string | undefined, change: Partial<Omit<CompareState, 'path'>>): void => {
  const now = useState.getState();
  const own = path ?? null;
  useState.setState({ ...(now.path === own ? now : start), path: own, ...change });
};
