import { type ReactNode, useEffect } from 'react';
import { t } from '../client/words.ts';
import { InspectorEdge } from './InspectorEdge.tsx';
import classes from './Screen.module.css';

export interface ScreenProps {
  /** The finding, as a headline. */
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** At the right of the headline. */
  readonly actions?: ReactNode;
  /**
   * What the column at the right tells. A screen that has one always has one: its place is kept whatever it holds, so
   * that the picture never moves. Absent: the main area takes the whole width.
   */
  readonly inspector?: ReactNode;
  /** The content fills the height and scrolls by itself (tables, pictures) instead of the page scrolling. */
  readonly fill?: boolean;
  readonly children?: ReactNode;
}

/** Headline, one main picture, and the inspector beside it. */
export const Screen = ({ title, subtitle, actions, inspector, fill = false, children }: ScreenProps) => {
  const name = typeof title === 'string' ? title : null;
  useEffect(() => {
    if (name !== null) document.title = `${name} · ${t('app.name')}`;
  }, [name]);
  return (
    <div className={classes.screen} data-inspector={inspector !== undefined}>
      <div className={classes.main} data-fill={fill}>
        <header className={classes.header}>
          <div className={classes.words}>
            <h1 className={classes.title}>{title}</h1>
            {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
        <div className={classes.body}>{children}</div>
      </div>
      {inspector !== undefined && <InspectorEdge />}
      {inspector !== undefined && (
        <aside data-tour="inspector" className={classes.inspector} aria-label={t('app.inspector')}>
          {inspector}
        </aside>
      )}
    </div>
  );
};
