import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Preparation } from '../../../shared/model/preparation.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { HistogramPicture } from '../../charts/HistogramPicture.tsx';
import { useColumn } from '../../client/queries.ts';
import { fixed, format, t, tell } from '../../client/words.ts';
import { barsOf, countIn, spreadOfAll } from './bars.ts';
import classes from './fact-pictures.module.css';
import { preparedText } from './prepared-text.ts';
import { useFactSegments } from './use-fact-segments.ts';

interface FactInUseProps {
  readonly feature: Feature;
  readonly preparation: Preparation;
  readonly segmentationId: number;
  /** Of those segments. */
  readonly snapshotId: number;
}

/** What the segments in use make of a fact: how it is spread after it was prepared, and what was done to it. */
export const FactInUse = ({ feature, preparation, segmentationId, snapshotId }: FactInUseProps) => {
  const { ref, width } = useElementSize();
  const { scale, used, skewBefore, skewAfter } = preparation;
  const column = useColumn(used ? { of: 'prepared', segmentationId, feature: feature.key } : null).data;
  const picture = useMemo(() => {
    if (column === undefined) return null;
    // What is ready for distances is looked at as it is: no second logarithm.
    const spread = { ...spreadOfAll(column) };
    const plain = spread.axis === 'log' ? { ...spread, axis: 'linear' as const } : spread;
    return { spread: plain, bars: barsOf(column, plain) };
  }, [column]);
  const segments = useFactSegments({ id: snapshotId });
  const isSelected = segments?.isSelected ?? null;
  const selected = useMemo(
    () => (isSelected === null || picture === null ? null : countIn(picture.bars, isSelected)),
    [isSelected, picture],
  );
  const sentences = preparedText(feature, preparation);
  const title = t('factPicture.after.scaled');
  const say = (value: number) => format.number(value, 2);
  return (
    <section className={classes.column}>
      {picture !== null && (
        <FigureFrame
          title={title}
          fileName={`${tell(feature.name)}: ${title}`}
          table={{
            caption: `${tell(feature.name)}: ${title}`,
            head: [t('factPicture.spread.from'), t('factPicture.spread.to'), t('factPicture.spread.customers')],
            rows: picture.bars.bars.map(({ from, to, count }) => [say(from), say(to), format.number(count)]),
            figures: picture.bars.bars.map(({ from, to, count }) => [from, to, count]),
          }}
        >
          <div className={classes.pad}>
            <div ref={ref} style={{ minHeight: 188 }}>
              {width > 0 && (
                <HistogramPicture
                  axisTitle={scale === 'zscore' ? t('factPicture.after.axis') : title}
                  bars={picture.bars.bars}
                  axis={picture.spread}
                  quantiles={picture.spread.everybody.quantiles}
                  barsLabel={title}
                  barText={({ from, to, count }) =>
                    t('factPicture.spread.bar', { from: say(from), to: say(to), customers: count })
                  }
                  width={width}
                  valueText={say}
                  summary={`${title}. ${sentences.join(' ')}`}
                  selected={selected}
                />
              )}
            </div>
          </div>
        </FigureFrame>
      )}
      <p className={classes.note}>{sentences.join(' ')}</p>
      {used && (
        <p className={classes.note}>
          {t('factPicture.before.skews', { before: fixed(skewBefore, 1), after: fixed(skewAfter, 1) })}
        </p>
      )}
    </section>
  );
};
