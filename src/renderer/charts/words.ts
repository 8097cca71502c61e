import type { Feature } from '../../shared/model/feature.ts';
import type { pictures } from '../../shared/words/en/pictures.ts';
import { withoutCents } from '../../shared/words/format.ts';
import type { Values } from '../../shared/words/phrase.ts';
import { featureText } from '../client/feature-text.ts';
import { t } from '../client/words.ts';

type KeyOf<Key> = Key extends `pictures.${infer Rest}` ? Rest : never;
/** A text of the picture screens, without its prefix. */
export type PictureKey = KeyOf<keyof typeof pictures>;

/** A text of the picture screens. */
export const word = (key: PictureKey, values: Values = {}): string => t(`pictures.${key}`, values);

/** A value of a feature with its unit; “not known” where there is none. */
export const valueText = (value: number | null | undefined, feature: Pick<Feature, 'key' | 'unit'>): string => {
  if (value === null || value === undefined || Number.isNaN(value)) return word('unit.missing');
  return feature.unit === 'number' ? featureText(feature, value) : word(`unit.${feature.unit}`, { value });
};

/** Whole money from 100 up, as in the sentences: cents of a typical customer say nothing, and mix in a column. */
export const typicalValueText = (value: number | null | undefined, feature: Pick<Feature, 'key' | 'unit'>): string =>
  valueText(feature.unit === 'money' && typeof value === 'number' ? withoutCents(value) : value, feature);
