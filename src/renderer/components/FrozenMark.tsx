import { Tooltip } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { t } from '../client/words.ts';
import classes from './FrozenMark.module.css';

/** Says of a segment that it is frozen; nothing where it is not. */
export const FrozenMark = ({ frozen }: { readonly frozen: boolean }) =>
  frozen ? (
    <Tooltip label={t('edit.frozen.hint')} maw={280}>
      <span className={classes.mark}>
        <IconSnowflake size={13} stroke={1.7} aria-hidden />
        {t('edit.frozen')}
      </span>
    </Tooltip>
  ) : null;
