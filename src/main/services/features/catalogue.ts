import type { CatalogueEntry, ScoreBreaks } from '../../../shared/model/feature.ts';
import { listOwnFeatures } from '../../store/repositories/own-features.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { joinPaths } from '../joins/join-paths.ts';
import { askedAhead } from '../predict/asked-ahead.ts';
import { currentSnapshot } from '../state.ts';
import { aheadFeatures } from './ahead.ts';
import { basketFeatures } from './baskets.ts';
import { categoryFeatures } from './categories.ts';
import { channelFeatures } from './channels.ts';
import { columnsAtHand } from './columns-at-hand.ts';
import type { FeatureDefinition } from './definition.ts';
import { demographicFeatures } from './demographics.ts';
import { engagementFeatures } from './engagement.ts';
import { moneyFeatures } from './money.ts';
import { ownFeatures } from './own.ts';
import { recencyFeatures } from './recency.ts';
import { returnFeatures } from './returns.ts';
import { rhythmFeatures } from './rhythm.ts';
import { scoreFeatures } from './scores.ts';
import { seasonFeatures } from './season.ts';
import type { Setting } from './setting.ts';

/** These stand first, as they always did. */
const first = ['daysSinceLastOrder', 'orders', 'totalSpent'];

/** One family a file, in the order in which they are shown. */
const families = [
  recencyFeatures,
  moneyFeatures,
  basketFeatures,
  rhythmFeatures,
  categoryFeatures,
  returnFeatures,
  channelFeatures,
  engagementFeatures,
  demographicFeatures,
  seasonFeatures,
  scoreFeatures,
  aheadFeatures,
];

/** What of it somebody chose; see `Setting`. */
export interface CatalogueChoice {
  readonly asOf: string | null;
  readonly isChosen: boolean;
  readonly breaks: ScoreBreaks;
}

/** Everything that can be said of every customer with the columns at hand. Keys are unique. */
export const definitionsOf = (db: Sqlite, choice: CatalogueChoice): FeatureDefinition[] => {
  const setting: Setting = {
    at: columnsAtHand(listSources(db), keptReasons(db), joinPaths(db)),
    ahead: askedAhead(db),
    ...choice,
  };
  const builtIn = families.flatMap((family) => family(setting));
  const ordered = [
    ...builtIn.filter(({ key }) => first.includes(key)),
    ...builtIn.filter(({ key }) => !first.includes(key)),
  ];
  return [...ordered, ...ownFeatures(listOwnFeatures(db), ordered)];
};

/** The catalogue as the contract shows it. */
export const catalogueOf = (db: Sqlite): CatalogueEntry[] => {
  const snapshot = currentSnapshot(db);
  const base = new Set(snapshot?.features.map(({ key }) => key));
  return definitionsOf(db, { asOf: snapshot?.asOf ?? null, isChosen: false, breaks: {} }).map(
    ({ key, group, name, unit, lineage, many, formula }) => ({
      key,
      name,
      unit,
      lineage,
      group,
      many,
      base: base.has(key),
      formula,
    }),
  );
};
