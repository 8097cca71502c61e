import type { WordList } from '../say.ts';

export const journal = {} satisfies WordList;
