import type { WordList } from '../say.ts';

export const segments = {} satisfies WordList;
