import type { Unit } from '../../shared/model/feature.ts';
import type { pictures } from '../../shared/words/en/pictures.ts';
import type { Values } from '../../shared/words/phrase.ts';
import { t } from '../client/words.ts';

type KeyOf<Key> = Key extends `pictures.${infer Rest}` ? Rest : never;
/** A text of the picture screens, without its prefix. */
export type PictureKey = KeyOf<keyof typeof pictures>;

/** A text of the picture screens. */
export const word = (key: PictureKey, values: Values = {}): string => t(`pictures.${key}`, values);

/** A value of a feature with its unit; “not known” where there is none. */
export const valueText = (value: number | null | undefined, unit: Unit): string =>
  value === null || value === undefined || Number.isNaN(value) ? word('unit.missing') : word(`unit.${unit}`, { value });
