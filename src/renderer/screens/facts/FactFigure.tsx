import { Select } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { HistogramPicture } from '../../charts/HistogramPicture.tsx';
import { format, t, tell } from '../../client/words.ts';
import { barsOf, countIn, rowsIn, spreadOfAll } from './bars.ts';
import classes from './fact-pictures.module.css';
import { factText } from './fact-text.ts';
import type { FactSegments } from './use-fact-segments.ts';

interface FactFigureProps {
  readonly feature: Feature;
  readonly values: Float64Array;
  readonly segments: FactSegments | null;
}

/** How one fact is spread over all customers, over it a segment by choice; a bar selects its customers everywhere. */
export const FactFigure = ({ feature, values, segments }: FactFigureProps) => {
  const { ref, width } = useElementSize();
  const [over, setOver] = useState<number | null>(null);
  const spread = useMemo(() => spreadOfAll(values), [values]);
  const bars = useMemo(() => barsOf(values, spread), [values, spread]);
  const isSelected = segments?.isSelected ?? null;
  const selected = useMemo(() => (isSelected === null ? null : countIn(bars, isSelected)), [bars, isSelected]);
  const part = segments?.parts.find(({ id }) => id === over);
  const outline = useMemo(
    () =>
      part === undefined || segments === null
        ? null
        : {
            counts: countIn(bars, (row) => segments.labels[row] === part.label),
            color: part.color === null ? 'var(--t-muted)' : segmentColor(part.color),
          },
    [bars, part, segments],
  );
  const fact = tell(feature.name);
  const say = (value: number) => factText(feature, value);
  const [, quarter, middle, threeQuarters] = spread.everybody.quantiles ?? [0, 0, 0, 0, 0];
  const title = t('factPicture.spread.title', {
    quarter: say(quarter),
    threeQuarters: say(threeQuarters),
    middle: say(middle),
  });
  const extra = selected === null ? [] : [t('factPicture.spread.selected')];
  const table = {
    caption: `${fact}: ${title}`,
    head: [
      t('factPicture.spread.from'),
      t('factPicture.spread.to'),
      t('factPicture.spread.customers'),
      ...extra,
      ...(part === undefined ? [] : [part.name]),
    ],
    rows: bars.bars.map(({ from, to, count }, i) => [
      say(from),
      say(to),
      format.number(count),
      ...(selected === null ? [] : [format.number(selected[i]!)]),
      ...(outline === null ? [] : [format.number(outline.counts[i]!)]),
    ]),
    figures: bars.bars.map(({ from, to, count }, i) => [
      from,
      to,
      count,
      ...(selected === null ? [] : [selected[i]!]),
      ...(outline === null ? [] : [outline.counts[i]!]),
    ]),
  };
  return (
    <div className={classes.column}>
      <FigureFrame title={title} fileName={`${fact}: ${title}`} table={table}>
        <div className={classes.pad}>
          <div ref={ref} style={{ minHeight: 188 }}>
            {width > 0 && (
              <HistogramPicture
                axisTitle={t(spread.axis === 'log' ? 'factPicture.spread.axis.log' : 'factPicture.spread.axis', {
                  fact,
                })}
                bars={bars.bars}
                axis={spread}
                quantiles={spread.everybody.quantiles}
                barsLabel={t('factPicture.spread.bars', { fact })}
                barText={({ from, to, count }) =>
                  t('factPicture.spread.bar', { from: say(from), to: say(to), customers: count })
                }
                width={width}
                valueText={say}
                summary={`${fact}: ${title}`}
                selected={selected}
                over={outline}
                onBar={segments === null ? undefined : (bar) => segments.select(rowsIn(bars, bar))}
              />
            )}
          </div>
        </div>
      </FigureFrame>
      <p className={classes.note}>
        {t('factPicture.spread.box')}{' '}
        {spread.beyond > 0 && t('factPicture.spread.beyond', { customers: spread.beyond })}
      </p>
      {segments !== null && (
        <Select
          size="xs"
          label={t('factPicture.spread.over')}
          placeholder={t('factPicture.spread.over.none')}
          clearable
          value={part === undefined ? null : String(part.id)}
          data={segments.parts.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => setOver(id === null ? null : Number(id))}
        />
      )}
    </div>
  );
};
