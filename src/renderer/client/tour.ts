import { create } from 'zustand';
import type { ScreenName } from './navigation.ts';
import { setPreferences, usePreferences } from './preferences.ts';

/** One stop: on which screen, and what it points at, by its `data-tour`; of several the first that is there. */
export interface TourStop {
  readonly id: 'data' | 'segments' | 'inspector' | 'map' | 'tree' | 'compare' | 'report' | 'undo';
  readonly screen: ScreenName;
  readonly at: readonly string[];
}

export const tourStops: readonly TourStop[] = [
  { id: 'data', screen: 'data', at: ['set-aside'] },
  { id: 'segments', screen: 'segments', at: ['segments'] },
  { id: 'inspector', screen: 'segments', at: ['inspector', 'inspector-open'] },
  { id: 'map', screen: 'map', at: ['map-tools'] },
  { id: 'tree', screen: 'tree', at: ['cut', 'grow'] },
  { id: 'compare', screen: 'compare', at: ['compare'] },
  { id: 'report', screen: 'report', at: ['report'] },
  { id: 'undo', screen: 'segments', at: ['undo', 'find'] },
];

/** Where the tour is; null where nobody takes it. */
export const useTour = create<{ readonly at: number | null }>(() => ({ at: null }));

export const startTour = (): void => useTour.setState({ at: 0 });
export const goToStop = (at: number): void => useTour.setState({ at });
/** Taken to its end or left: it is not offered by itself again. */
export const endTour = (): void => {
  useTour.setState({ at: null });
  void setPreferences({ tourSeen: true });
};
/** After the sample shop is opened for the first time. */
export const offerTour = (): void => {
  if (!usePreferences.getState().tourSeen) startTour();
};
