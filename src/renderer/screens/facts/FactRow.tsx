import { Checkbox } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import { useColumn } from '../../client/queries.ts';
import { t, tell } from '../../client/words.ts';
import { factText } from './fact-text.ts';
import classes from './facts.module.css';
import { Histogram } from './Histogram.tsx';
import { spreadOf } from './spread.ts';

interface FactRowProps {
  readonly feature: Feature;
  readonly snapshotId: number;
  readonly customers: number;
  readonly chosen: boolean;
  readonly used: boolean;
  readonly onChoose: () => void;
  readonly onUse: (used: boolean) => void;
}

/** One fact in the list; its numbers are fetched when it comes into view. */
export const FactRow = ({ feature, snapshotId, customers, chosen, used, onChoose, onUse }: FactRowProps) => {
  const row = useRef<HTMLLIElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const column = useColumn(seen ? { of: 'features', snapshotId, feature: feature.key } : null).data;
  const spread = useMemo(() => (column === undefined ? null : spreadOf(column)), [column]);
  const name = tell(feature.name);
  return (
    <li ref={row} className={classes.fact} data-chosen={chosen}>
      <Checkbox
        size="xs"
        checked={used}
        aria-label={t('facts.use', { fact: name })}
        onChange={(event) => onUse(event.currentTarget.checked)}
      />
      <button type="button" className={classes.open} aria-pressed={chosen} onClick={onChoose}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.small}>
          {spread !== null && (
            <Histogram name={name} spread={spread} height={24} valueText={(value) => factText(feature, value)} />
          )}
        </span>
        <span className={classes.middle}>{spread === null ? '' : factText(feature, spread.middle)}</span>
        <span className={classes.lacks}>
          {feature.missing > 0 && t('facts.missing', { share: feature.missing / Math.max(1, customers) })}
        </span>
      </button>
    </li>
  );
};
