import { type KeyboardEvent, useRef, useState } from 'react';
import type { Source } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import classes from './ColumnList.module.css';

interface FilledStripProps {
  readonly source: Source;
  readonly onOpen: (column: string) => void;
}

/** How much of every column is filled, at a glance; nothing more than a sentence where nothing is missing. */
export const FilledStrip = ({ source, onOpen }: FilledStripProps) => {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { columns } = source;
  const rows = Math.max(1, source.rows);
  const lacking = columns.filter(({ missing }) => missing > 0).sort((a, b) => b.missing - a.missing);
  const [worst] = lacking;
  if (worst === undefined) return <p className={classes.filled}>{t('column.filled.all')}</p>;
  const onKeyDown = (event: KeyboardEvent) => {
    const last = columns.length - 1;
    const target = { ArrowRight: Math.min(last, at + 1), ArrowLeft: Math.max(0, at - 1), Home: 0, End: last }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    setAt(target);
    box.current?.querySelectorAll('button')[target]?.focus();
  };
  return (
    <>
      <p className={classes.filled}>
        {t('column.filled.most', {
          column: worst.name,
          share: worst.missing / rows,
          others: lacking.length - 1,
        })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own */}
      <div
        ref={box}
        role="group"
        className={classes.strip}
        aria-label={t('column.filled.picture')}
        onKeyDown={onKeyDown}
      >
        {columns.map(({ name, missing }, i) => {
          const share = 1 - missing / rows;
          const label = t('column.filled.one', { column: name, share });
          return (
            <button
              key={name}
              type="button"
              className={classes.filledColumn}
              tabIndex={i === Math.min(at, columns.length - 1) ? 0 : -1}
              title={label}
              aria-label={label}
              onFocus={() => setAt(i)}
              onClick={() => onOpen(name)}
            >
              <span className={classes.filledPart} style={{ height: `${share * 100}%` }} />
            </button>
          );
        })}
      </div>
    </>
  );
};
