import type { en } from '../en/index.ts';
import type { Translated } from '../phrase.ts';
import { ahead } from './ahead.ts';
import { app } from './app.ts';
import { catalogue } from './catalogue.ts';
import { choosing } from './choosing.ts';
import { columns } from './columns.ts';
import { compare } from './compare.ts';
import { composer } from './composer.ts';
import { customers } from './customers.ts';
import { desktop } from './desktop.ts';
import { errors } from './errors.ts';
import { everyday } from './everyday.ts';
import { explanation } from './explanation.ts';
import { factPictures } from './fact-pictures.ts';
import { facts } from './facts.ts';
import { features } from './features.ts';
import { files } from './files.ts';
import { finding } from './finding.ts';
import { identity } from './identity.ts';
import { joinScreen } from './join-screen.ts';
import { joins } from './joins.ts';
import { journal } from './journal.ts';
import { map } from './map.ts';
import { mending } from './mending.ts';
import { origins } from './origins.ts';
import { pictures } from './pictures.ts';
import { preparation } from './preparation.ts';
import { presenting } from './presenting.ts';
import { quality } from './quality.ts';
import { reading } from './reading.ts';
import { recipes } from './recipes.ts';
import { report } from './report.ts';
import { reportCards } from './report-cards.ts';
import { rows } from './rows.ts';
import { segmentScreen } from './segment-screen.ts';
import { segments } from './segments.ts';
import { selecting } from './selecting.ts';
import { sources } from './sources.ts';
import { taking } from './taking.ts';
import { tour } from './tour.ts';
import { tree } from './tree.ts';
import { trust } from './trust.ts';

/** German, file by file as the English. */
export const de: Translated<typeof en> = {
  ...ahead,
  ...app,
  ...catalogue,
  ...choosing,
  ...composer,
  ...columns,
  ...compare,
  ...customers,
  ...desktop,
  ...errors,
  ...everyday,
  ...explanation,
  ...factPictures,
  ...facts,
  ...features,
  ...files,
  ...finding,
  ...identity,
  ...joinScreen,
  ...joins,
  ...journal,
  ...map,
  ...mending,
  ...origins,
  ...pictures,
  ...preparation,
  ...presenting,
  ...reading,
  ...quality,
  ...recipes,
  ...report,
  ...reportCards,
  ...rows,
  ...segmentScreen,
  ...segments,
  ...selecting,
  ...sources,
  ...tour,
  ...tree,
  ...taking,
  ...trust,
};
