import type { Preset } from './preset.ts';

const known = [
  'wooAnalyticsOrders',
  'squareTransactions',
  'squareItems',
  'amazonAllOrders',
  'amazonDateRange',
] as const;
type Advised = (typeof known)[number];

/**
 * What to export instead where nothing says who bought: the key of a sentence, see `source.doubt.exportInstead` in
 * words.
 */
export const adviceOf = (preset: Preset | null): { advice: Advised | 'any' } => ({
  advice: known.find((id) => id === preset?.id) ?? 'any',
});
