import type { Feature } from '../model/feature.ts';
import type { ReportMaterial } from '../model/report-material.ts';
import { customersInNone, type ProfileCell, type Segmentation } from '../model/segmentation.ts';
import { withoutCents } from '../words/format.ts';
import type { Cell } from './blocks.ts';
import type { Speaker, UsedFact } from './speaker.ts';

/** A value with the fact that it is of; `isShare` where it says how many have it. */
export interface TypicalValue {
  readonly value: number | null | undefined;
  readonly feature: Pick<Feature, 'key' | 'unit'>;
  readonly isShare?: boolean;
}

const isYear = ({ feature: { key, unit }, value }: TypicalValue): boolean =>
  unit === 'number' &&
  /^column:(.*[^a-z])?(year|jahr|yob)([^a-z]|$)/i.test(key) &&
  value !== null &&
  value !== undefined &&
  value >= 1000 &&
  value < 3000;

export const valueText = (typical: TypicalValue, { value: said, format }: Speaker): string => {
  const { value, feature, isShare = false } = typical;
  if (isYear(typical)) return String(Math.round(value!));
  if (isShare && value !== null && value !== undefined) return format.share(value);
  return said(feature.unit === 'money' && typeof value === 'number' ? withoutCents(value) : value, feature.unit);
};

export const valueCell = (typical: TypicalValue, speaker: Speaker): Cell => {
  const text = valueText(typical, speaker);
  const { value, feature, isShare = false } = typical;
  if (value === null || value === undefined || !Number.isFinite(value)) return { text };
  if (isYear(typical)) return { text, value: Math.round(value), look: 'decimal', digits: 0 };
  if (isShare || feature.unit === 'share') return { text, value, look: 'share' };
  if (feature.unit === 'money') return { text, value, look: 'money' };
  return { text, value, look: 'decimal', digits: Number.isInteger(value) ? 0 : 1 };
};

/** Everybody's mean, from those of the segments; null where some customers are in none. */
const meanOf = (key: string, segmentation: Segmentation): number | null => {
  if (customersInNone(segmentation) > 0) return null;
  const parts = segmentation.segments.map(({ size, profile }) => ({
    size,
    mean: profile.find(({ feature }) => feature === key)?.mean ?? null,
  }));
  if (parts.some(({ size, mean }) => size > 0 && mean === null)) return null;
  return parts.reduce((sum, { size, mean }) => sum + (mean ?? 0) * size, 0) / Math.max(1, segmentation.customers);
};

/** What is typical of a segment and of everybody: medians, or shares of a yes-or-no column. */
export const typicalOf = (
  { feature, median }: UsedFact,
  cell: ProfileCell | undefined,
  { segmentation, spreads }: Pick<ReportMaterial, 'segmentation' | 'spreads'>,
): { readonly own: TypicalValue; readonly all: TypicalValue } => {
  const flag = spreads.some((one) => one.feature === feature.key && one.isFlag);
  const allMean = flag ? meanOf(feature.key, segmentation) : null;
  if (flag && allMean !== null && cell !== undefined && cell.mean !== null)
    return { own: { value: cell.mean, feature, isShare: true }, all: { value: allMean, feature, isShare: true } };
  return { own: { value: cell?.median, feature }, all: { value: median, feature } };
};

/** The same where it is said that a segment is higher or lower: means, where medians are equal and would deny it. */
export const contrastOf = (...[fact, cell, material]: Parameters<typeof typicalOf>): ReturnType<typeof typicalOf> => {
  const typical = typicalOf(fact, cell, material);
  const allMean = typical.own.value === typical.all.value ? meanOf(fact.feature.key, material.segmentation) : null;
  if (allMean === null || cell === undefined || cell.mean === null) return typical;
  return { own: { ...typical.own, value: cell.mean }, all: { ...typical.all, value: allMean } };
};
