import { useSyncExternalStore } from 'react';
import type { ProjectInfo } from '../../shared/model/project.ts';

const screenNames = [
  'start',
  'import',
  'data',
  'quality',
  'joins',
  'identity',
  'segments',
  'map',
  'tree',
  'customers',
  'predict',
  'report',
  'facts',
  'compare',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** Screens that stand together behind the first entry of the rail, as tabs. */
export const dataScreens = ['data', 'quality', 'joins', 'identity'] as const satisfies ScreenName[];
export const isDataScreen = (name: ScreenName): boolean => dataScreens.some((one) => one === name);

export const screenOfHash = (hash: string): ScreenName | null =>
  screenNames.find((name) => hash === `#/${name}`) ?? (customerOfHash(hash) === null ? null : 'customers');

/** The customer whose own page an address names, by id; null where it names none. */
const customerOfHash = (hash: string): number | null => {
  const found = /^#\/customers\/(\d{1,12})$/.exec(hash);
  return found === null ? null : Number(found[1]);
};
export const customerAddress = (id: number): string => `#/customers/${id}`;

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

/** The customer in the address; null where there is none. */
export const useCustomerInAddress = (): number | null =>
  useSyncExternalStore(listen, () => customerOfHash(window.location.hash));

/** Whether one came to a customer from somewhere in the app, and can go back there. */
let cameFromHere = false;

/** Goes to a customer's own page; back leads to where one is now. */
export const openCustomer = (id: number): void => {
  if (customerOfHash(window.location.hash) === null) {
    cameFromHere = window.location.hash !== '';
    window.location.hash = customerAddress(id);
  } else turnToCustomer(id);
};

/** From one customer to the next; back leads where it led before. */
export const turnToCustomer = (id: number): void => window.location.replace(customerAddress(id));

/** Back to where one came from; to everybody where that was not in the app. */
export const leaveCustomer = (): void => {
  if (cameFromHere) window.history.back();
  else window.location.replace('#/customers');
};

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
