import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  /** A small heading inside the card. */
  readonly heading?: ReactNode;
  readonly aside?: ReactNode;
  /** Without padding: tables and lists that reach to the edge. */
  readonly flush?: boolean;
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A card on the ground. */
export const Panel = ({ heading, aside, flush = false, fill = false, children }: PanelProps) => (
  <section className={classes.panel} data-flush={flush} data-fill={fill}>
    {heading !== undefined && (
      <div className={classes.top}>
        <h2 className={classes.heading}>{heading}</h2>
        {aside}
      </div>
    )}
    {children}
  </section>
);
