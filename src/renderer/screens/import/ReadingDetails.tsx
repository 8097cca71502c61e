import { IconChevronRight } from '@tabler/icons-react';
import type { SheetPreview } from '../../../shared/model/source.ts';
import { sheetName } from '../../client/preview-sentence.ts';
import { t, tell } from '../../client/words.ts';
import classes from './ReadingDetails.module.css';

/** How a file was read and what in it says so: closed until somebody asks. */
export const ReadingDetails = ({ sheet }: { readonly sheet: SheetPreview }) => (
  <details className={classes.details}>
    <summary className={classes.summary}>
      <IconChevronRight className={classes.mark} size={14} aria-hidden />
      {t('import.reading', { name: sheetName(sheet) })}
    </summary>
    <ul className={classes.list}>
      {sheet.evidence.map((sentence) => (
        <li key={sentence.key}>{tell(sentence)}</li>
      ))}
    </ul>
  </details>
);
