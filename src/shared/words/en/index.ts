import type { WordList } from '../say.ts';
import { errors } from './errors.ts';
import { features } from './features.ts';
import { journal } from './journal.ts';
import { segments } from './segments.ts';
import { sources } from './sources.ts';

/** English, the default. Every message key of the product stands in exactly one of these files. */
export const en = { ...errors, ...features, ...journal, ...segments, ...sources } satisfies WordList;
