import { useElementSize } from '@mantine/hooks';
import type { Column } from '../../../shared/model/column.ts';
import type { ColumnSpread, ShownSpread } from '../../../shared/model/column-spread.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { HistogramPicture } from '../../charts/HistogramPicture.tsx';
import { format, t } from '../../client/words.ts';
import type { CellFilter } from '../../components/row-filters.ts';
import classes from './ColumnPage.module.css';
import { barFilter, drawnAxis, isSameFilter, numberText, placedBars } from './column-bars.ts';

interface ColumnFigureProps {
  readonly column: Column;
  readonly spread: ColumnSpread;
  readonly shown: ShownSpread | null;
  readonly filter: CellFilter | undefined;
  readonly onFilter: (filter: CellFilter | null) => void;
}

/** Days that are named on the axis: beginnings of bars, as many as have room. */
const dayTicks = (starts: readonly number[], width: number): number[] => {
  const most = Math.max(2, Math.floor(width / 84));
  const step = Math.max(1, Math.ceil(starts.length / most));
  return starts.filter((_, i) => i % step === 0);
};

/** How the numbers or days of a column are spread over all rows; a bar shows its rows. */
export const ColumnFigure = ({ column, spread, shown, filter, onFilter }: ColumnFigureProps) => {
  const { ref, width } = useElementSize();
  const { range } = spread;
  if (range === null) return null;
  const { name } = column;
  const say = (value: number) => numberText(column, range, value);
  const bars = placedBars(range);
  const [, quarter, middle, threeQuarters] = range.quantiles;
  const title = t('column.title.range', {
    quarter: say(quarter),
    middle: say(middle),
    threeQuarters: say(threeQuarters),
  });
  const counts = shown?.counts ?? null;
  const table = {
    caption: `${name}: ${title}`,
    head: [t('column.from'), t('column.to'), t('column.rows'), ...(counts === null ? [] : [t('column.shown')])],
    rows: bars.map(({ from, to, count }, i) => [
      say(from),
      say(to),
      format.number(count),
      ...(counts === null ? [] : [format.number(counts[i] ?? 0)]),
    ]),
    figures: bars.map(({ from, to, count }, i) => [
      range.isDays ? say(from) : from,
      range.isDays ? say(to) : to,
      count,
      ...(counts === null ? [] : [counts[i] ?? 0]),
    ]),
  };
  const isPressed = (at: number) => isSameFilter(filter, barFilter(name, range, at));
  return (
    <div>
      <FigureFrame title={title} fileName={`${name}: ${title}`} table={table}>
        <div className={classes.pad}>
          <div ref={ref} style={{ minHeight: 188 }}>
            {width > 0 && (
              <HistogramPicture
                axisTitle={t(range.axis === 'log' ? 'column.axis.log' : 'column.axis', { column: name })}
                bars={bars}
                axis={drawnAxis(range)}
                quantiles={range.quantiles}
                width={width}
                valueText={say}
                summary={`${name}: ${title}`}
                selected={counts}
                {...(range.isDays
                  ? {
                      ticks: dayTicks(
                        bars.map(({ from }) => from),
                        width,
                      ),
                    }
                  : {})}
                barsLabel={t('column.bars', { column: name })}
                barText={({ from, to, count }, at) =>
                  t('column.bar', { from: say(from), to: say(to), rows: count, shown: counts?.[at] ?? null })
                }
                isPressed={isPressed}
                onBar={(at) => {
                  const own = barFilter(name, range, at);
                  if (own !== null) onFilter(isPressed(at) ? null : own);
                }}
              />
            )}
          </div>
        </div>
      </FigureFrame>
      <p className={classes.note}>
        {t('column.box')} {range.beyond > 0 && t('column.beyond', { rows: range.beyond })}
      </p>
    </div>
  );
};
