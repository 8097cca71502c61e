import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { CatalogueEntry, Feature, FeatureGroup, ScoreBreaks, Snapshot } from '../../../shared/model/feature.ts';
import { api } from '../../client/api.ts';
import { look } from '../../client/look.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';

/** So many customers’ facts are worked out without asking. */
const mostUnasked = 50_000;

/** A computed fact with its entry in the catalogue. */
export interface Fact {
  readonly feature: Feature;
  readonly entry: CatalogueEntry;
}
interface FactGroup {
  readonly group: FeatureGroup;
  readonly facts: readonly Fact[];
}

/** Facts under what they are about, in the catalogue’s order. */
const groupFacts = (catalogue: readonly CatalogueEntry[], features: readonly Feature[]): FactGroup[] => {
  const groups = new Map<FeatureGroup, Fact[]>();
  const byKey = new Map(catalogue.map((entry) => [entry.key, entry]));
  const many = catalogue.filter((entry) => entry.many);
  for (const feature of features) {
    const entry = byKey.get(feature.key) ?? many.find(({ key }) => feature.key.startsWith(`${key}=`));
    if (entry === undefined) continue;
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), { feature, entry }]);
  }
  return [...groups].map(([group, facts]) => ({ group, facts }));
};

export interface FactsView {
  readonly snapshot: Snapshot | null;
  readonly groups: readonly FactGroup[];
  readonly catalogue: readonly CatalogueEntry[];
  readonly error: AppError | null;
  /** Too many customers to begin unasked. */
  readonly asks: boolean;
  /** What is shown is of other choices than the ones that stand. */
  readonly isOld: boolean;
  readonly asOf: string | null;
  readonly breaks: ScoreBreaks;
  setAsOf(day: string | null): void;
  setBreaks(breaks: ScoreBreaks): void;
  start(): void;
  retry(): void;
}

/** The whole catalogue, worked out as of the day chosen. */
export const useFacts = (): FactsView => {
  const project = useProject();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [breaks, setBreaks] = useState<ScoreBreaks>({});
  const [isAsked, setAsked] = useState(false);
  const customers = project?.totals?.customers ?? 0;
  const enabled = customers > 0 && (isAsked || customers <= mostUnasked);
  const catalogue = useProjectQuery(['features.catalogue'], (signal) => api.features.catalogue(undefined, { signal }));
  const made = useProjectQuery(
    ['features.compute', asOf, breaks],
    (signal) =>
      look(
        t('facts.job'),
        () =>
          api.features.compute({
            ...(asOf === null ? {} : { asOf }),
            ...(Object.keys(breaks).length === 0 ? {} : { breaks }),
          }),
        signal,
      ),
    { enabled },
  );
  const snapshot = made.data ?? null;
  return {
    snapshot,
    catalogue: catalogue.data ?? [],
    groups: snapshot === null || catalogue.data === undefined ? [] : groupFacts(catalogue.data, snapshot.features),
    error: made.error ?? catalogue.error,
    asks: !enabled,
    isOld: made.isPlaceholderData,
    asOf,
    breaks,
    setAsOf,
    setBreaks,
    start: () => setAsked(true),
    retry: () => {
      if (catalogue.error) void catalogue.refetch();
      if (made.error) void made.refetch();
    },
  };
};
