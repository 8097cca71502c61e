import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import type { Source } from '../../../shared/model/source.ts';
import { format, t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import type { CellFilter } from '../../components/row-filters.ts';
import { ColumnFigure } from './ColumnFigure.tsx';
import classes from './ColumnPage.module.css';
import { numberText } from './column-bars.ts';
import { ReadAgain } from './ReadAgain.tsx';
import { useColumnSpread } from './use-column-spread.ts';
import { ValueBars } from './ValueBars.tsx';

interface ColumnPageProps {
  readonly source: Source;
  readonly column: Column;
  /** Everything that rows are shown by. */
  readonly filters: readonly RowFilter[];
  readonly onFilter: (filter: CellFilter | null) => void;
  readonly onClose: () => void;
}

const listed = { texts: 12, numbers: 6 } as const;
const figures = ['lowest', 'quarter', 'middle', 'threeQuarters', 'highest'] as const;

/** All about one column: how it is spread, its figures, what is most frequent, and what is odd. Escape leads back. */
export const ColumnPage = ({ source, column, filters, onFilter, onClose }: ColumnPageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const found = useColumnSpread(source.id, column.name, filters);
  const filter = filters.find((one) => one.test !== 'aside' && one.column === column.name) as CellFilter | undefined;
  const spread = found?.spread;
  const range = spread?.range ?? null;
  const say = (value: number) => (range === null ? '' : numberText(column, range, value));
  const filled = spread === undefined ? 0 : spread.rows - spread.empty - spread.odd;
  const { values: frequent = [] } = spread ?? {};
  // Of numbers that all stand in as many rows none is worth naming.
  const noneSticksOut =
    frequent.length === 0 ||
    (range !== null && frequent.length > listed.numbers && frequent[0]!.rows === frequent.at(-1)!.rows);
  const values = range === null ? [] : [range.least, ...range.quantiles.slice(1, 4), range.most];
  const set = (test: 'empty' | 'odd') => onFilter(filter?.test === test ? null : { test, column: column.name });
  const counts =
    spread === undefined
      ? []
      : ([
          ['filled', format.number(filled)],
          ...(spread.empty > 0 ? [['empty', format.number(spread.empty)]] : []),
          ...(spread.odd > 0 ? [['odd', format.number(spread.odd)]] : []),
          [
            'different',
            spread.different.isAbout
              ? t('column.figure.about', { count: spread.different.count })
              : format.number(spread.different.count),
          ],
          ...(range !== null && !range.isDays ? [['mean', say(range.mean)]] : []),
        ] as ['filled' | 'empty' | 'odd' | 'different' | 'mean', string][]);
  return (
    <section
      className={classes.page}
      aria-label={t('column.open', { column: column.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={classes.top}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onClose}
        >
          {t('column.back')}
        </Button>
        <ReadAgain key={`${source.id} ${column.name}`} source={source} column={column} />
      </div>
      <h2 ref={heading} tabIndex={-1} className={classes.heading} dir="auto">
        {column.name}
      </h2>
      {spread === undefined ? (
        <Delayed>
          <p className={classes.text}>{t('column.counting')} …</p>
        </Delayed>
      ) : (
        <>
          {filled === 0 && <p className={classes.text}>{t('column.nothing')}</p>}
          {range !== null && (
            <ColumnFigure
              column={column}
              spread={spread}
              shown={found?.shown ?? null}
              filter={filter}
              onFilter={onFilter}
            />
          )}
          {filled > 0 && (
            <section>
              <h3 className={classes.minor}>{t('column.frequent')}</h3>
              {noneSticksOut ? (
                <p className={classes.text}>{t('column.frequent.none')}</p>
              ) : (
                <ValueBars
                  column={column}
                  spread={spread}
                  count={range === null ? listed.texts : listed.numbers}
                  shown={range === null ? (found?.shown?.counts ?? null) : null}
                  filter={filter}
                  onFilter={onFilter}
                />
              )}
            </section>
          )}
          <section>
            <h3 className={classes.minor}>{t('column.figures')}</h3>
            <dl className={classes.figures}>
              {values.map((value, i) => (
                <div key={figures[i]}>
                  <dt>{t(`facts.figure.${figures[i]!}`)}</dt>
                  <dd>{say(value)}</dd>
                </div>
              ))}
              {counts.map(([which, text]) => (
                <div key={which}>
                  <dt>{t(`column.figure.${which}`)}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            {spread.empty > 0 && (
              <Button variant="default" size="compact-sm" onClick={() => set('empty')}>
                {t(filter?.test === 'empty' ? 'column.asAll' : 'column.showEmpty')}
              </Button>
            )}
          </section>
          {spread.odd > 0 && (
            <section>
              <h3 className={classes.minor}>{t('column.oddOnes')}</h3>
              <p className={classes.text}>{t('column.oddOnes.text')}</p>
              <ul className={classes.odd}>
                {spread.oddTexts.map(({ text, rows }) => (
                  <li key={text}>
                    <span className={classes.written} dir="auto">
                      {text}
                    </span>
                    <span>{format.count(rows, 'row', 'rows')}</span>
                  </li>
                ))}
              </ul>
              <Button variant="default" size="compact-sm" onClick={() => set('odd')}>
                {t(filter?.test === 'odd' ? 'column.asAll' : 'column.showOdd')}
              </Button>
            </section>
          )}
        </>
      )}
    </section>
  );
};
