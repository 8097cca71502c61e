import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { t, tellError } from '../client/words.ts';
import classes from './ErrorPanel.module.css';

interface ErrorPanelProps {
  readonly error: AppError;
  /** What to do next. */
  readonly action?: ReactNode;
}

/** What happened, where, and what to do next, without alarm. */
export const ErrorPanel = ({ error, action }: ErrorPanelProps) => (
  <div className={classes.panel} role="alert">
    <IconAlertTriangle size={20} className={classes.icon} aria-hidden />
    <div className={classes.words}>
      <h2 className={classes.title}>{t('app.error.title')}</h2>
      <p className={classes.text}>{tellError(error)}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  </div>
);
