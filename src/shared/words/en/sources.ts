import type { WordList } from '../say.ts';

export const sources = {} satisfies WordList;
