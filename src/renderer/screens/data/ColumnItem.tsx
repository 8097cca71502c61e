import { IconChartHistogram } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import type { Source } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import type { CellFilter } from '../../components/row-filters.ts';
import classes from './ColumnList.module.css';
import { numberText } from './column-bars.ts';
import { ReadAgain } from './ReadAgain.tsx';
import { SmallBars } from './SmallBars.tsx';
import small from './small-spread.module.css';
import { useColumnSpread } from './use-column-spread.ts';
import { ValueBars } from './ValueBars.tsx';

interface ColumnItemProps {
  readonly source: Source;
  readonly column: Column;
  /** Everything that rows are shown by. */
  readonly filters: readonly RowFilter[];
  /** Of this column. */
  readonly filter: CellFilter | undefined;
  readonly onFilter: (filter: CellFilter | null) => void;
  readonly onOpen: () => void;
}

const listed = 3;

/** One column in the list: what it is taken for, what stands in it, what is missing or odd; counted once it is seen. */
export const ColumnItem = ({ source, column, filters, filter, onFilter, onOpen }: ColumnItemProps) => {
  const item = useRef<HTMLLIElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = item.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { name, missing, odd } = column;
  const found = useColumnSpread(source.id, name, filters, seen);
  const spread = found?.spread;
  const range = spread?.range ?? null;
  const shown = found?.shown?.counts ?? null;
  const filled = spread === undefined ? 0 : spread.rows - spread.empty - spread.odd;
  const isAllDifferent = spread !== undefined && filled > 1 && spread.different.count === filled;
  const notes = [
    range !== null &&
      t('column.range', {
        least: numberText(column, range, range.least),
        most: numberText(column, range, range.most),
      }),
    spread !== undefined &&
      range === null &&
      (isAllDifferent
        ? t('column.allDifferent')
        : t('column.different', { count: spread.different.count, about: spread.different.isAbout })),
    missing > 0 && t('column.empty', { count: missing, share: missing / Math.max(1, source.rows) }),
    odd > 0 && t('column.odd', { count: odd }),
  ].filter((note) => note !== false);
  return (
    <li ref={item} className={classes.column} data-column={name}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.name}
          data-open-column
          aria-label={t('column.open', { column: name })}
          title={t('column.open', { column: name })}
          onClick={onOpen}
        >
          <span className={classes.nameText} dir="auto">
            {name}
          </span>
          <IconChartHistogram size={15} stroke={1.6} aria-hidden />
        </button>
        <ReadAgain key={`${source.id} ${name}`} source={source} column={column} />
      </div>
      {spread === undefined ? (
        <div className={small.waiting} aria-hidden />
      ) : range !== null ? (
        <SmallBars column={column} range={range} shown={shown} filter={filter} onFilter={onFilter} />
      ) : (
        <ValueBars column={column} spread={spread} count={listed} shown={shown} filter={filter} onFilter={onFilter} />
      )}
      <span className={classes.notes}>{notes.join(' · ')}</span>
    </li>
  );
};
