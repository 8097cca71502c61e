import type { SheetPreview } from '../../../shared/model/source.ts';
import { sheetName } from '../../client/preview-sentence.ts';
import { t, tell } from '../../client/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import classes from './ReadingDetails.module.css';

/** How a file was read and what in it says so: closed until somebody asks. */
export const ReadingDetails = ({ sheet }: { readonly sheet: Pick<SheetPreview, 'file' | 'sheet' | 'evidence'> }) => (
  <Disclosure summary={t('import.reading', { name: sheetName(sheet) })} className={classes.details}>
    <ul className={classes.list}>
      {sheet.evidence.map((sentence) => (
        <li key={sentence.key}>{tell(sentence)}</li>
      ))}
    </ul>
  </Disclosure>
);
