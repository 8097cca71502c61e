import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../client/words.ts';
import classes from './MethodDetails.module.css';

/** The one place for analysts’ words: closed until somebody asks. */
export const MethodDetails = ({ children }: { readonly children: ReactNode }) => (
  <details className={classes.details} data-method-details="">
    <summary className={classes.summary}>
      <IconChevronRight className={classes.mark} size={14} aria-hidden />
      {t('app.methodDetails')}
    </summary>
    <div className={classes.body}>{children}</div>
  </details>
);
