import { IconPlugConnectedX } from '@tabler/icons-react';
import { t } from '../client/words.ts';
import classes from './HostGone.module.css';
import { useHostInfo } from './StatusBar.tsx';

/** Said once, for all screens, when the host stopped answering. */
export const HostGone = () => {
  const { isError, failureCount } = useHostInfo();
  if (!isError || failureCount === 0) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconPlugConnectedX size={18} aria-hidden />
      {t('app.error.hostGone')}
    </div>
  );
};
