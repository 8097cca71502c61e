import type { Feature } from '../../shared/model/feature.ts';
import { format, t } from './words.ts';

/** A customer’s fact as a person writes it. */
export const featureText = ({ unit }: Pick<Feature, 'unit'>, value: number | null): string => {
  if (value === null) return '';
  if (unit === 'money') return format.money(value);
  return format.number(value);
};

/** The same with its unit, for sentences and lists. */
export const featurePhrase = (feature: Pick<Feature, 'unit'>, value: number | null): string => {
  if (value === null) return t('customers.missing');
  return feature.unit === 'days' ? t('customers.days', { days: value }) : featureText(feature, value);
};
