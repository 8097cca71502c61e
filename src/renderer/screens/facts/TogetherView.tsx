import { Button, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { Feature, Snapshot } from '../../../shared/model/feature.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { useColumn } from '../../client/queries.ts';
import { fixed, t, tell } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import classes from './fact-pictures.module.css';
import { correlationColor, type MatrixCell, MatrixPicture } from './MatrixPicture.tsx';
import { PairPicture } from './PairPicture.tsx';
import { useFactSegments } from './use-fact-segments.ts';
import { useRelations } from './use-relations.ts';

interface TogetherViewProps {
  readonly snapshot: Snapshot;
  readonly features: readonly Feature[];
  readonly used: readonly string[];
  readonly onDrop: (key: string) => void;
}

/** As many facts as still have room for their names. */
const mostShown = 40;
/** From here on two facts say nearly the same. */
const nearlySame = 0.9;
/** From here on something is to be said of two facts. */
const noticeable = 0.1;

const legendScale = `linear-gradient(to right, ${[-1, 0, 1].map((rho) => correlationColor(rho)).join(', ')})`;

/** The two that go together most; the first of equals. */
const strongest = (correlations: readonly (readonly number[])[]): MatrixCell => {
  let best = { row: 1, column: 0 };
  correlations.forEach((row, i) => {
    for (let j = 0; j < i; j += 1)
      if (Math.abs(row[j]!) > Math.abs(correlations[best.row]![best.column]!)) best = { row: i, column: j };
  });
  return best;
};

/** How every two facts go together, and the two under the cursor against each other. */
export const TogetherView = ({ snapshot, features, used, onDrop }: TogetherViewProps) => {
  const { ref, width } = useElementSize();
  const [isAll, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly [string, string] | null>(null);
  const asked = (isAll ? features : features.filter(({ key }) => used.includes(key))).slice(0, mostShown);
  const keys = asked.length < 2 ? [] : asked.map(({ key }) => key);
  const relations = useRelations(snapshot.id, keys, null);
  const found = relations.data;
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const shown = found === undefined || keys.length === 0 ? [] : found.features.flatMap((key) => byKey.get(key) ?? []);
  const isWhole = found !== undefined && shown.length === found.features.length && shown.length > 1;
  const placed = chosen?.map((key) => shown.findIndex((feature) => feature.key === key)) ?? [-1, -1];
  const cell: MatrixCell =
    !isWhole || placed.includes(-1)
      ? isWhole
        ? strongest(found.correlations)
        : { row: 0, column: 0 }
      : { row: placed[0]!, column: placed[1]! };
  const [a, b] = [shown[cell.column], shown[cell.row]];
  const one = useColumn(a === undefined ? null : { of: 'features', snapshotId: snapshot.id, feature: a.key }).data;
  const other = useColumn(b === undefined ? null : { of: 'features', snapshotId: snapshot.id, feature: b.key }).data;
  const segments = useFactSegments(snapshot);
  const which = (
    <SegmentedControl
      size="xs"
      aria-label={t('factPicture.together.which')}
      value={isAll ? 'all' : 'used'}
      data={[
        { value: 'used', label: t('factPicture.together.used') },
        { value: 'all', label: t('factPicture.together.all') },
      ]}
      onChange={(value) => setAll(value === 'all')}
    />
  );
  if (relations.error) return <ErrorPanel error={relations.error} />;
  if (keys.length === 0)
    return (
      <div className={classes.column}>
        <div className={classes.row}>{which}</div>
        <p className={classes.note}>{t('factPicture.together.fewer')}</p>
      </div>
    );
  if (!isWhole) return <Delayed>{t('factPicture.together.job')} …</Delayed>;
  const { correlations } = found;
  const names = shown.map(({ name }) => tell(name));
  const top = strongest(correlations);
  const isAny = Math.abs(correlations[top.row]![top.column]!) >= noticeable;
  const title = isAny
    ? t('factPicture.together.title', { a: names[top.column]!, b: names[top.row]! })
    : t('factPicture.together.title.none');
  const rho = correlations[cell.row]![cell.column]!;
  const sentence = t(
    Math.abs(rho) < noticeable ? 'factPicture.pair.none' : rho > 0 ? 'factPicture.pair.rise' : 'factPicture.pair.fall',
    { rho, text: fixed(rho, 2) },
  );
  const same = shown.flatMap((feature, i) =>
    shown.slice(0, i).flatMap((earlier, j) => {
      const isSame = Math.abs(correlations[i]![j]!) >= nearlySame;
      return isSame && used.includes(feature.key) && used.includes(earlier.key) ? [{ feature, earlier }] : [];
    }),
  );
  const legend = (
    <span className={classes.legend}>
      {t('factPicture.together.scale.less')}
      <span className={classes.scaleBar} style={{ background: legendScale }} />
      {t('factPicture.together.scale.more')}
      <span>({t('factPicture.together.scale.zero')})</span>
    </span>
  );
  const pair = a !== undefined && b !== undefined && a !== b && (
    <FigureFrame
      title={t('factPicture.pair.with', { a: tell(a.name), b: tell(b.name) })}
      table={{
        caption: sentence,
        head: [tell(a.name), tell(b.name)],
        // Customers by the thousand are for files and the Customers screen, not for reading out.
        rows: [],
        figures: Array.from(one ?? [], (value, row) => [
          Number.isNaN(value) ? null : value,
          other === undefined || Number.isNaN(other[row]!) ? null : other[row]!,
        ]),
      }}
    >
      <div className={classes.pad}>
        <p className={classes.note} aria-live="polite">
          <NumbersIn
            numbers={[[fixed(rho, 2), { of: 'correlation', feature: a.key, with: b.key, snapshotId: snapshot.id }]]}
          >
            {sentence}
          </NumbersIn>
        </p>
        {one !== undefined && other !== undefined && width > 0 && (
          <PairPicture
            a={a}
            b={b}
            valuesA={one}
            valuesB={other}
            width={Math.min(width, 620)}
            summary={sentence}
            isSelected={segments?.isSelected ?? null}
          />
        )}
      </div>
    </FigureFrame>
  );
  return (
    <div className={classes.column}>
      {same.slice(0, 3).map(({ feature, earlier }) => (
        <p key={`${feature.key} ${earlier.key}`} className={classes.same}>
          {t('factPicture.same', { a: tell(earlier.name), b: tell(feature.name) })}
          <Button size="compact-sm" variant="default" onClick={() => onDrop(feature.key)}>
            {t('factPicture.same.drop', { fact: tell(feature.name) })}
          </Button>
        </p>
      ))}
      <div className={shown.length <= 8 ? classes.beside : classes.column}>
        <FigureFrame
          title={title}
          legend={legend}
          aside={which}
          table={{
            caption: title,
            head: [t('factPicture.together.fact'), ...names],
            rows: names.map((name, i) => [name, ...correlations[i]!.map((value) => fixed(value, 2))]),
            figures: names.map((name, i) => [name, ...correlations[i]!]),
            refs: shown.map(({ key }) => [
              null,
              ...shown.map(
                (other): NumberRef => ({ of: 'correlation', feature: key, with: other.key, snapshotId: snapshot.id }),
              ),
            ]),
          }}
        >
          <div className={classes.pad}>
            <div ref={ref}>
              {width > 0 && (
                <MatrixPicture
                  names={names}
                  correlations={correlations}
                  width={width}
                  cell={cell}
                  summary={title}
                  onCell={({ row, column }) => setChosen([shown[row]!.key, shown[column]!.key])}
                />
              )}
            </div>
          </div>
        </FigureFrame>
        {pair}
      </div>
      {features.length > mostShown && isAll && (
        <p className={classes.note}>{t('factPicture.together.first', { count: mostShown })}</p>
      )}
      <p className={classes.note}>{t('start.recent.customers', { customers: found.customers })}</p>
    </div>
  );
};
