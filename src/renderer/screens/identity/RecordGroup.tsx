import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { IdentityRecord } from '../../../shared/model/identity.ts';
import { t } from '../../client/words.ts';
import classes from './RecordGroup.module.css';
import { recordName } from './record-words.ts';

interface RecordGroupProps {
  readonly records: readonly IdentityRecord[];
  /** Made only once it is opened. */
  readonly children: () => ReactNode;
}

/** One customer and its records on a line that opens. */
export const RecordGroup = ({ records, children }: RecordGroupProps) => {
  const [open, setOpen] = useState(false);
  const [first] = records;
  const told = new Map(
    records.flatMap(({ fields }) => fields.email ?? fields.phone ?? []).map((text) => [text.toLowerCase(), text]),
  );
  return (
    <li className={classes.group}>
      <details className={classes.details} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <IconChevronRight className={classes.arrow} size={15} aria-hidden />
          <span className={classes.name}>{recordName(first!)}</span>
          <span className={classes.told}>{[...told.values()].join(' · ')}</span>
          <span className={classes.count}>{t('same.records', { count: records.length })}</span>
        </summary>
        {open && <div className={classes.body}>{children()}</div>}
      </details>
    </li>
  );
};
