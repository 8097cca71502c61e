import type { tree } from '../../../shared/words/en/tree.ts';
import type { Values } from '../../../shared/words/phrase.ts';
import { t } from '../../client/words.ts';

type KeyOf<Key> = Key extends `tree.${infer Rest}` ? Rest : never;

/** A text of the tree, without its prefix. */
export const treeWord = (key: KeyOf<keyof typeof tree>, values: Values = {}): string => t(`tree.${key}`, values);
