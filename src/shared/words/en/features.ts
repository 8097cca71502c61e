import type { WordList } from '../say.ts';

export const features = {} satisfies WordList;
