import { IconChevronRight } from '@tabler/icons-react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import classes from './Disclosure.module.css';

interface Props extends ComponentPropsWithoutRef<'details'> {
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** What is closed until somebody asks, under a line with a mark that turns. */
export const Disclosure = ({ summary, children, className, ...details }: Props) => (
  <details {...details} className={className === undefined ? classes.details : `${classes.details} ${className}`}>
    <summary className={classes.summary}>
      <IconChevronRight className={classes.mark} size={14} aria-hidden />
      {summary}
    </summary>
    {children}
  </details>
);
