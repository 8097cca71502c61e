import type { ReactNode } from 'react';
import { t } from '../client/words.ts';
import { Disclosure } from './Disclosure.tsx';
import classes from './MethodDetails.module.css';

/** The one place for analysts’ words: closed until somebody asks. */
export const MethodDetails = ({ children }: { readonly children: ReactNode }) => (
  <Disclosure summary={t('app.methodDetails')} data-method-details="">
    <div className={classes.body}>{children}</div>
  </Disclosure>
);
