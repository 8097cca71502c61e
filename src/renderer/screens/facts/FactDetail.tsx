import { Button } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Snapshot } from '../../../shared/model/feature.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Source } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { goTo } from '../../client/navigation.ts';
import { change } from '../../client/project.ts';
import { useColumn, useProjectQuery, useSegmentation } from '../../client/queries.ts';
import { format, t, tell } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import { FactFigure } from './FactFigure.tsx';
import { FactInUse } from './FactInUse.tsx';
import { factText } from './fact-text.ts';
import classes from './facts.module.css';
import { spreadOf } from './spread.ts';
import { useFactSegments } from './use-fact-segments.ts';
import type { Fact } from './use-facts.ts';

const figures = ['lowest', 'quarter', 'middle', 'threeQuarters', 'highest'] as const;

type EveryoneFigure = Extract<NumberRef, { of: 'everyone' }>['figure'];
const refFigures: Readonly<Record<(typeof figures)[number], EveryoneFigure>> = {
  lowest: 'least',
  quarter: 'quarter',
  middle: 'median',
  threeQuarters: 'threeQuarters',
  highest: 'greatest',
};

/** Columns of the tables that a fact’s sentence names. */
const columnsIn = ({ feature }: Fact, sources: readonly Source[]): { source: Source; column: string }[] => {
  const { file, formula, ...named } = feature.lineage.values;
  if (formula !== undefined) return [];
  const said = Object.values(named).filter((value) => typeof value === 'string');
  return sources
    .filter((source) => file === undefined || source.file === file || source.name === file)
    .flatMap((source) =>
      source.columns
        .filter(({ name }) => said.some((text) => text === name || text.includes(`“${name}”`)))
        .map(({ name }) => ({ source, column: name })),
    );
};

const remove = async (key: string, name: string): Promise<void> => {
  if ((await change(() => api.features.remove({ key }))) !== null) notifyUndoable(t('facts.removed', { name }));
};

interface FactDetailProps {
  readonly fact: Fact;
  readonly snapshot: Snapshot;
}

/** One fact: how it is worked out and from what, and how customers differ in it. */
export const FactDetail = ({ fact, snapshot }: FactDetailProps) => {
  const { feature, entry } = fact;
  const column = useColumn({ of: 'features', snapshotId: snapshot.id, feature: feature.key }).data;
  const segments = useFactSegments(snapshot);
  const segmentation = useSegmentation().data ?? null;
  const preparation = segmentation?.preparation.find((one) => one.feature === feature.key);
  const spread = useMemo(() => (column === undefined ? undefined : spreadOf(column)), [column]);
  const sources = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal })).data ?? [];
  const from = columnsIn(fact, sources);
  const name = tell(feature.name);
  const of = (figure: EveryoneFigure): NumberRef => ({
    ...{ of: 'everyone', feature: feature.key, snapshotId: snapshot.id },
    figure,
  });
  return (
    <div className={classes.detail}>
      <section>
        <h2 className={classes.heading}>{name}</h2>
        {column !== undefined && spread && <FactFigure feature={feature} values={column} segments={segments} />}
        {spread === null && <p className={classes.text}>{t('facts.spread.none')}</p>}
      </section>
      {segmentation !== null && preparation !== undefined && (
        <section>
          <h3 className={classes.minor}>{t('factPicture.before')}</h3>
          <FactInUse
            feature={feature}
            preparation={preparation}
            segmentationId={segmentation.id}
            snapshotId={segmentation.snapshotId}
          />
        </section>
      )}
      <section>
        <h3 className={classes.minor}>{t('facts.how')}</h3>
        <p className={classes.text}>{tell(feature.lineage)}</p>
        <p className={classes.text}>
          {t('facts.unit')}: {t(`facts.unit.${feature.unit}`)}
        </p>
      </section>
      {spread && (
        <section>
          <h3 className={classes.minor}>{t('facts.figures')}</h3>
          <dl className={classes.figures}>
            {figures.map((which) => (
              <div key={which}>
                <dt>{t(`facts.figure.${which}`)}</dt>
                <dd>
                  <NumberOrigin of={of(refFigures[which])}>{factText(feature, spread[which])}</NumberOrigin>
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('facts.figure.skewness')}</dt>
              <dd>
                <NumberOrigin of={of('skewness')}>{format.number(spread.skewness, 2)}</NumberOrigin>
              </dd>
            </div>
            <div>
              <dt>{t('facts.figure.missing')}</dt>
              <dd>
                <NumberOrigin of={of('missing')}>{format.number(spread.missing)}</NumberOrigin>
              </dd>
            </div>
          </dl>
        </section>
      )}
      {from.length > 0 && (
        <section>
          <h3 className={classes.minor}>{t('facts.from')}</h3>
          <ul className={classes.columns}>
            {from.map(({ source, column: of }) => (
              <li key={`${source.id} ${of}`}>
                <button
                  type="button"
                  className={classes.link}
                  aria-label={t('facts.from.open', { column: of })}
                  onClick={() => goTo('data')}
                >
                  {t('facts.from.column', { column: of, source: source.name })}
                  <IconExternalLink size={13} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {entry.group === 'own' && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove(feature.key, name)}
        >
          {t('facts.remove')}
        </Button>
      )}
    </div>
  );
};
