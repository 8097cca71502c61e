import { type KeyboardEvent, useRef, useState } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import { t } from '../../client/words.ts';
import type { CellFilter } from '../../components/row-filters.ts';
import { barFilter, isSameFilter, numberText, placedBars, type Range } from './column-bars.ts';
import classes from './small-spread.module.css';

interface SmallBarsProps {
  readonly column: Column;
  readonly range: Range;
  /** Rows of each bar that are shown; null where all are. */
  readonly shown: readonly number[] | null;
  readonly filter: CellFilter | undefined;
  readonly onFilter: (filter: CellFilter | null) => void;
}

/** Numbers or days of a column as small bars; a click shows the rows of a bar, another one all of them again. */
export const SmallBars = ({ column, range, shown, filter, onFilter }: SmallBarsProps) => {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const bars = placedBars(range);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const heightOf = (count: number) => (count === 0 ? 0 : `max(2px, ${(100 * count) / most}%)`);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = bars.length - 1;
    const target = { ArrowRight: Math.min(last, at + 1), ArrowLeft: Math.max(0, at - 1), Home: 0, End: last }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    setAt(target);
    box.current?.querySelectorAll('button')[target]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own
    <div
      ref={box}
      role="group"
      className={classes.bars}
      aria-label={t('column.bars', { column: column.name })}
      onKeyDown={onKeyDown}
    >
      {bars.map(({ from, to, count, left, width }, i) => {
        const own = barFilter(column.name, range, i);
        const label = t('column.bar', {
          from: numberText(column, range, from),
          to: numberText(column, range, to),
          rows: count,
          shown: shown?.[i] ?? null,
        });
        return (
          <button
            key={from}
            type="button"
            className={classes.bar}
            style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
            tabIndex={i === Math.min(at, bars.length - 1) ? 0 : -1}
            title={label}
            aria-label={label}
            aria-pressed={isSameFilter(filter, own)}
            aria-disabled={own === null}
            onFocus={() => setAt(i)}
            onClick={() => own !== null && onFilter(isSameFilter(filter, own) ? null : own)}
          >
            <span className={classes.all} data-dim={shown !== null} style={{ height: heightOf(count) }} />
            {shown !== null && <span className={classes.all} style={{ height: heightOf(shown[i] ?? 0) }} />}
          </button>
        );
      })}
    </div>
  );
};
