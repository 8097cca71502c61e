import { first } from './0001-first.ts';
import { segmentsOverRuns } from './0002-segments-over-runs.ts';
import { trust } from './0003-trust.ts';
import { quality } from './0004-quality.ts';
import { features } from './0005-features.ts';
import { recipes } from './0006-recipes.ts';
import { joins } from './0007-joins.ts';
import { identity } from './0008-identity.ts';
import { qualityReport } from './0010-quality-report.ts';
import { ownSegments } from './0011-own-segments.ts';
import { report } from './0013-report.ts';
import { predictions } from './0014-predictions.ts';
import type { Migration } from './migration.ts';

/** In order; the file's `user_version` is how many of them it has seen. */
export const migrations: readonly Migration[] = [
  first,
  segmentsOverRuns,
  trust,
  quality,
  features,
  recipes,
  joins,
  identity,
  qualityReport,
  ownSegments,
  report,
  predictions,
];
