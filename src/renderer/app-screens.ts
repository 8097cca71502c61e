import { type ComponentType, lazy } from 'react';
import type { ScreenName } from './client/navigation.ts';
import { SegmentsScreen } from './screens/segments/SegmentsScreen.tsx';

/** Every screen by name, loaded when it is first shown; that of the segments, where every project opens, is there at once. */
export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  start: lazy(async () => ({ default: (await import('./screens/start/StartScreen.tsx')).StartScreen })),
  import: lazy(async () => ({ default: (await import('./screens/import/ImportScreen.tsx')).ImportScreen })),
  data: lazy(async () => ({ default: (await import('./screens/data/DataScreen.tsx')).DataScreen })),
  quality: lazy(async () => ({ default: (await import('./screens/quality/QualityScreen.tsx')).QualityScreen })),
  joins: lazy(async () => ({ default: (await import('./screens/joins/JoinsScreen.tsx')).JoinsScreen })),
  identity: lazy(async () => ({ default: (await import('./screens/identity/IdentityScreen.tsx')).IdentityScreen })),
  segments: SegmentsScreen,
  map: lazy(async () => ({ default: (await import('./screens/map/MapScreen.tsx')).MapScreen })),
  tree: lazy(async () => ({ default: (await import('./screens/tree/TreeScreen.tsx')).TreeScreen })),
  customers: lazy(async () => ({ default: (await import('./screens/customers/CustomersScreen.tsx')).CustomersScreen })),
  predict: lazy(async () => ({ default: (await import('./screens/predict/PredictScreen.tsx')).PredictScreen })),
  report: lazy(async () => ({ default: (await import('./screens/report/ReportScreen.tsx')).ReportScreen })),
  facts: lazy(async () => ({ default: (await import('./screens/facts/FactsScreen.tsx')).FactsScreen })),
  compare: lazy(async () => ({ default: (await import('./screens/compare/CompareScreen.tsx')).CompareScreen })),
};
