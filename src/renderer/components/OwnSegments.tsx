import { ActionIcon, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconDots, IconDownload, IconMail, IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { OwnSegment } from '../../shared/model/own-segment.ts';
import { exportTable } from '../client/exports.ts';
import { useHasContacts } from '../client/has-contacts.ts';
import {
  recolourOwnSegment,
  removeOwnSegment,
  renameOwnSegment,
  selectOwnSegment,
  useOwnSegments,
  useSelectedOwn,
} from '../client/own-segments.ts';
import { clearSelection, useSelection } from '../client/selection.ts';
import { format, t } from '../client/words.ts';
import { ColorChoice } from './ColorChoice.tsx';
import { NumbersIn } from './NumbersIn.tsx';
import classes from './OwnSegments.module.css';
import { SegmentTile } from './SegmentTile.tsx';
import { notifyUndoable } from './UndoNotice.tsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface OwnProps {
  readonly own: OwnSegment;
  readonly segmentationId: number;
}

const remove = async ({ id, name }: OwnSegment): Promise<void> => {
  if (await removeOwnSegment(id)) notifyUndoable(t('own.removed', { name }));
};

const OwnMenu = ({ own, segmentationId, onRename }: OwnProps & { readonly onRename: () => void }) => {
  const hasContacts = useHasContacts();
  const write = (what: 'customers' | 'mailingList') =>
    void exportTable(own.name, { what, format: 'csv', ownId: own.id, segmentationId });
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('edit.actions', { name: own.name })}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onRename}>
          {t('own.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...icon} />}
          disabled={own.size === 0}
          onClick={() => write('customers')}
        >
          {t('own.export.customers')}
        </Menu.Item>
        {hasContacts !== false && (
          <Menu.Item
            leftSection={<IconMail {...icon} />}
            disabled={own.size === 0}
            onClick={() => write('mailingList')}
          >
            {t('own.export.mailingList')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void remove(own)}>
          {t('own.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** A name to be changed: Enter keeps it, Escape leaves it as it was. */
const NameField = ({ own, onDone }: { readonly own: OwnSegment; readonly onDone: () => void }) => {
  const [draft, setDraft] = useState(own.name);
  const keep = async () => {
    const wanted = draft.trim();
    if (wanted !== '' && wanted !== own.name) await renameOwnSegment(own.id, wanted);
    onDone();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    else if (event.key === 'Escape') onDone();
    else return;
    event.stopPropagation();
  };
  return (
    <TextInput
      size="xs"
      autoFocus
      maxLength={80}
      aria-label={t('own.name')}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={key}
      onBlur={() => void keep()}
    />
  );
};

const OwnRow = ({ own, segmentationId }: OwnProps) => {
  const [renaming, setRenaming] = useState(false);
  const selected = useSelectedOwn() === own.id;
  const dimmed = useSelection(({ rows, segmentIds }) => rows !== null || segmentIds.length > 0) && !selected;
  const of = (figure: 'customers' | 'share' | 'revenueShare'): NumberRef => ({
    of: 'chosen',
    ownId: own.id,
    figure,
    segmentationId,
  });
  return (
    <tr className={classes.row} data-selected={selected} data-dimmed={dimmed}>
      <td className={classes.tile}>
        <Menu position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.tileButton ?? ''} aria-label={t('own.recolour', { name: own.name })}>
              <SegmentTile color={own.color} size={13} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown p={8}>
            <ColorChoice chosen={own.color} onChoose={(color) => void recolourOwnSegment(own.id, color)} />
          </Menu.Dropdown>
        </Menu>
      </td>
      <th scope="row" className={classes.name}>
        {renaming ? (
          <NameField own={own} onDone={() => setRenaming(false)} />
        ) : (
          <UnstyledButton
            className={classes.select ?? ''}
            dir="auto"
            aria-pressed={selected}
            disabled={own.size === 0}
            onClick={() => (selected ? clearSelection() : void selectOwnSegment(own.id, segmentationId))}
          >
            {own.name}
          </UnstyledButton>
        )}
        {own.size < own.customers && (
          <span className={classes.note}>{t('own.missing', { customers: own.customers - own.size })}</span>
        )}
      </th>
      <td className={classes.number}>
        <NumbersIn numbers={[[format.number(own.size), of('customers')]]}>
          {t('start.recent.customers', { customers: own.size })}
        </NumbersIn>
      </td>
      <td className={classes.number}>
        <NumbersIn numbers={[[format.share(own.share), of('share')]]}>{t('own.share', { share: own.share })}</NumbersIn>
      </td>
      <td className={classes.number}>
        {own.revenueShare !== null && (
          <NumbersIn numbers={[[format.share(own.revenueShare), of('revenueShare')]]}>
            {t('own.revenueShare', { share: own.revenueShare })}
          </NumbersIn>
        )}
      </td>
      <td>
        <OwnMenu own={own} segmentationId={segmentationId} onRename={() => setRenaming(true)} />
      </td>
    </tr>
  );
};

/** Segments of one’s own: whom they hold and what they bring; a click selects them everywhere. Nothing where there is none. */
export const OwnSegments = ({ segmentationId }: { readonly segmentationId: number }) => {
  const own = useOwnSegments().data ?? [];
  if (own.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('own.title')}>
      <h2 className={classes.title}>{t('own.title')}</h2>
      <p className={classes.text}>{t('own.text')}</p>
      <div className={classes.card}>
        <table className={classes.table} aria-label={t('own.title')}>
          <tbody>
            {own.map((one) => (
              <OwnRow key={one.id} own={one} segmentationId={segmentationId} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
