import { type KeyboardEvent, useRef, useState } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import type { ColumnSpread } from '../../../shared/model/column-spread.ts';
import { format, t } from '../../client/words.ts';
import type { CellFilter } from '../../components/row-filters.ts';
import { isSameFilter, valueFilter, valueText } from './column-bars.ts';
import classes from './small-spread.module.css';

interface ValueBarsProps {
  readonly column: Column;
  readonly spread: ColumnSpread;
  /** So many of them. */
  readonly count: number;
  /** Rows of each value that are shown; null where all are, or where nobody counted. */
  readonly shown: readonly number[] | null;
  readonly filter: CellFilter | undefined;
  readonly onFilter: (filter: CellFilter | null) => void;
}

/** The most frequent values as bars with their names; a click shows the rows of one, another one all of them again. */
export const ValueBars = ({ column, spread, count, shown, filter, onFilter }: ValueBarsProps) => {
  const box = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const last = Math.min(count, spread.values.length) - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setAt(target);
    box.current?.querySelectorAll('button')[target]?.focus();
  };
  const filled = Math.max(1, spread.rows - spread.empty - spread.odd);
  return (
    <ul
      ref={box}
      className={classes.values}
      aria-label={t('column.values', { column: column.name })}
      onKeyDown={onKeyDown}
    >
      {spread.values.slice(0, count).map(({ text, rows }, i) => {
        const own = valueFilter(column.name, spread, text);
        const name = valueText(column, spread, text);
        const isOn = isSameFilter(filter, own);
        return (
          <li key={text}>
            <button
              type="button"
              className={classes.value}
              title={name}
              aria-label={t('column.value', { text: name, rows, shown: shown?.[i] ?? null })}
              aria-pressed={isOn}
              aria-disabled={own === null}
              tabIndex={i === Math.min(at, last) ? 0 : -1}
              onFocus={() => setAt(i)}
              onClick={() => own !== null && onFilter(isOn ? null : own)}
            >
              <span className={classes.fill} data-dim={shown !== null} style={{ width: `${(100 * rows) / filled}%` }} />
              {shown !== null && (shown[i] ?? 0) > 0 && (
                <span className={classes.fill} style={{ width: `${(100 * shown[i]!) / filled}%` }} />
              )}
              <span className={classes.text} dir="auto">
                {name}
              </span>
              <span className={classes.share}>{format.share(rows / filled)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
