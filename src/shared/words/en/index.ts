import type { WordList } from '../phrase.ts';
import { app } from './app.ts';
import { catalogue } from './catalogue.ts';
import { choosing } from './choosing.ts';
import { desktop } from './desktop.ts';
import { errors } from './errors.ts';
import { everyday } from './everyday.ts';
import { explanation } from './explanation.ts';
import { features } from './features.ts';
import { identity } from './identity.ts';
import { joins } from './joins.ts';
import { journal } from './journal.ts';
import { pictures } from './pictures.ts';
import { preparation } from './preparation.ts';
import { quality } from './quality.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { segments } from './segments.ts';
import { sources } from './sources.ts';
import { trust } from './trust.ts';

/** English, the default. Every message key of the product stands in exactly one of these files. */
export const en = {
  ...app,
  ...catalogue,
  ...choosing,
  ...desktop,
  ...errors,
  ...everyday,
  ...explanation,
  ...features,
  ...identity,
  ...joins,
  ...journal,
  ...pictures,
  ...preparation,
  ...reading,
  ...quality,
  ...report,
  ...segments,
  ...sources,
  ...trust,
} satisfies WordList;
