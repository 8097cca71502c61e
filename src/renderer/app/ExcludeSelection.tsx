import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { Who } from '../../shared/model/own-segment.ts';
import { excludeCustomers } from '../client/exclusions.ts';
import { notifyProblem } from '../client/notify.ts';
import { openSelectionDialog } from '../client/selection-dialog.ts';
import { t } from '../client/words.ts';
import { notifyUndoable } from '../components/UndoNotice.tsx';
import classes from './SelectionDialog.module.css';
import { SelectionPopover } from './SelectionPopover.tsx';

const close = () => openSelectionDialog(null);

const exclude = async (who: Who): Promise<void> => {
  close();
  const done = await excludeCustomers(who);
  if (done === null) return;
  notifyUndoable(t('own.excluded.done', { customers: done.customers, moved: done.moved?.moved ?? null }));
  if (done.problem !== null) notifyProblem(done.problem);
};

/** Says what excluding means before it does it; one undo takes it back. */
export const ExcludeSelection = ({ who, customers }: { readonly who: Who; readonly customers: number }) => (
  <SelectionPopover
    dialog="exclude"
    label={t('own.exclude')}
    icon={<IconUserOff size={15} stroke={1.7} aria-hidden />}
    width={370}
  >
    <div className={classes.form}>
      <h2 className={classes.title}>{t('own.exclude.title', { customers })}</h2>
      <p className={classes.text}>{t('own.exclude.text')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          {t('app.cancel')}
        </Button>
        <Button data-autofocus onClick={() => void exclude(who)}>
          {t('own.exclude.do', { customers })}
        </Button>
      </div>
    </div>
  </SelectionPopover>
);
