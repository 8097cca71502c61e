import type { Feature } from '../../shared/model/feature.ts';
import { withoutCents } from '../../shared/words/format.ts';
import { format, t } from './words.ts';

/** A column of years, by its heading: 1957 is no quantity. */
export const isYearColumn = (heading: string): boolean => /(^|[^a-z])(year|jahr|yob)([^a-z]|$)/i.test(heading);
const yearText = (value: number): string => String(Math.round(value));

/** Whether a number of this fact is a year; an age in years is not. */
const isYear = ({ key, unit }: Pick<Feature, 'key' | 'unit'>, value: number): boolean =>
  unit === 'number' && key.startsWith('column:') && isYearColumn(key) && value >= 1000 && value < 3000;

/** A customer’s fact as a person writes it. */
export const featureText = (feature: Pick<Feature, 'key' | 'unit'>, value: number | null): string => {
  if (value === null) return '';
  if (isYear(feature, value)) return yearText(value);
  if (feature.unit === 'money') return format.money(value);
  return format.number(value);
};

/** The same with its unit, for sentences and lists. */
export const featurePhrase = (feature: Pick<Feature, 'key' | 'unit'>, value: number | null): string => {
  if (value === null) return t('customers.missing');
  return feature.unit === 'days' ? t('customers.days', { days: value }) : featureText(feature, value);
};

/** The same for what is typical of many: its cents say nothing. */
export const typicalPhrase = (feature: Pick<Feature, 'key' | 'unit'>, value: number | null): string =>
  featurePhrase(feature, value !== null && feature.unit === 'money' ? withoutCents(value) : value);

/** The same for an end of an axis, which is nobody's value: 41.9 orders would puzzle. */
export const endPhrase = (feature: Pick<Feature, 'key' | 'unit'>, value: number): string =>
  featurePhrase(feature, Math.abs(value) >= 10 ? Math.round(value) : value);
