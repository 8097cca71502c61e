import { IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import type { Message } from '../../../shared/model/message.ts';
import { tell } from '../../client/words.ts';
import classes from './Remarks.module.css';

interface RemarksProps {
  readonly doubts: readonly Message[];
  readonly notes: readonly string[];
}

const keyOf = (remark: Message): string => JSON.stringify(remark);

/** What a preview doubts, and what it noticed and needs no answer. */
export const Remarks = ({ doubts, notes }: RemarksProps) => {
  if (doubts.length + notes.length === 0) return null;
  return (
    <ul className={classes.remarks}>
      {doubts.map((doubt) => (
        <li key={keyOf(doubt)} className={classes.doubt}>
          <IconHelpCircle size={18} stroke={1.6} aria-hidden />
          <span>{tell(doubt)}</span>
        </li>
      ))}
      {notes.map((note) => (
        <li key={note} className={classes.note}>
          <IconInfoCircle size={18} stroke={1.6} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
};
