import { Button, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Who } from '../../shared/model/own-segment.ts';
import { saveOwnSegment, selectOwnSegment, useOwnSegments } from '../client/own-segments.ts';
import { useSegmentation } from '../client/queries.ts';
import { openSelectionDialog } from '../client/selection-dialog.ts';
import { t, tell } from '../client/words.ts';
import { ColorChoice } from '../components/ColorChoice.tsx';
import { notifyUndoable } from '../components/UndoNotice.tsx';
import classes from './SelectionDialog.module.css';
import { SelectionPopover } from './SelectionPopover.tsx';

const close = () => openSelectionDialog(null);

/** Asks for a name to keep the selected customers under, as a segment of one’s own. */
const NameForm = ({ who, customers }: { readonly who: Who; readonly customers: number }) => {
  const segmentation = useSegmentation().data ?? null;
  const own = useOwnSegments().data ?? [];
  const [name, setName] = useState('');
  const [color, setColor] = useState<number | undefined>(undefined);
  const wanted = name.trim();
  const reads = (text: string) => text.toLocaleLowerCase();
  const names = [...own.map((one) => one.name), ...(segmentation?.segments ?? []).map((one) => tell(one.name))];
  const clash = names.some((other) => reads(other) === reads(wanted));
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '' || clash) return;
    close();
    const id = await saveOwnSegment(wanted, color, who);
    if (id === null) return;
    notifyUndoable(t('own.saved', { name: wanted, customers }));
    if (segmentation !== null) await selectOwnSegment(id, segmentation.id);
  };
  return (
    <form onSubmit={keep} className={classes.form}>
      <TextInput
        label={t('own.name')}
        placeholder={t('own.name.example')}
        description={t('own.name.hint')}
        maxLength={80}
        data-autofocus
        value={name}
        error={clash ? t('own.name.taken') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ColorChoice chosen={color} onChoose={setColor} />
      <Button type="submit" disabled={wanted === '' || clash}>
        {t('own.save.do', { customers })}
      </Button>
    </form>
  );
};

export const SaveSelection = (props: { readonly who: Who; readonly customers: number }) => (
  <SelectionPopover
    dialog="save"
    label={t('own.save')}
    icon={<IconBookmarkPlus size={15} stroke={1.7} aria-hidden />}
    width={320}
  >
    <NameForm {...props} />
  </SelectionPopover>
);
