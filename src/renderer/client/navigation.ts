import { useSyncExternalStore } from 'react';
import type { ProjectInfo } from '../../shared/model/project.ts';

const screenNames = ['start', 'import', 'data', 'segments', 'map', 'tree', 'customers', 'report'] as const;
export type ScreenName = (typeof screenNames)[number];

export const screenOfHash = (hash: string): ScreenName | null =>
  screenNames.find((name) => hash === `#/${name}`) ?? null;

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
};

/** The screen in the address, so that back and forward work; null where the address names none. */
export const useScreenName = (): ScreenName | null =>
  useSyncExternalStore(listen, () => screenOfHash(window.location.hash));

export const goTo = (screen: ScreenName): void => {
  if (window.location.hash !== `#/${screen}`) window.location.hash = `#/${screen}`;
};

/** Where to go when the address names no screen, or one that needs a project. */
export const resolveScreen = (
  asked: ScreenName | null,
  project: Pick<ProjectInfo, 'totals' | 'activeSegmentationId'> | null,
): ScreenName => {
  if (asked === 'start' || asked === 'import') return asked;
  if (project === null) return 'start';
  if (asked !== null) return asked;
  if (project.totals === null) return 'start';
  return project.activeSegmentationId === null ? 'data' : 'segments';
};
