import { Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { leavePresentation, usePresentation } from '../client/presentation.ts';
import { t } from '../client/words.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import classes from './StatusBar.module.css';

/** Says as long as somebody presents that nobody’s name is to be seen, and leads out. */
export const PresentationMark = () => {
  const { on, names } = usePresentation();
  if (!on) return null;
  return (
    <span className={classes.presenting}>
      <Tooltip label={t('present.mark.hint')} maw={340} position="top-end">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must be reachable by keyboard */}
        <span className={classes.mark} role="status" tabIndex={0}>
          <IconEyeOff size={14} aria-hidden />
          <span className={classes.words}>{t('present.mark', { names })}</span>
        </span>
      </Tooltip>
      <AppearanceMenu />
      <button type="button" className={classes.cancel} onClick={leavePresentation}>
        {t('present.leave')}
      </button>
    </span>
  );
};
