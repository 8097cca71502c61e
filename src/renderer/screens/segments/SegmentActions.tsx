import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsJoin2, IconArrowsSplit2, IconDots, IconSnowflake, IconSnowflakeOff } from '@tabler/icons-react';
import type { Segment, Segmentation } from '../../../shared/model/segmentation.ts';
import { useJobs } from '../../client/jobs.ts';
import { freezeSegment, mergeSegments, splitSegment } from '../../client/segment-edits.ts';
import { useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import { SubMenu } from '../../components/SubMenu.tsx';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './SegmentActions.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const partCounts = [2, 3, 4, 5, 6] as const;

const merge = async (ids: readonly number[]): Promise<void> => {
  const made = await mergeSegments(ids);
  const into = made?.segments.find(({ label }) => label === made.edit?.parts[0]);
  if (into === undefined) return;
  notifyUndoable(t('edit.done.merge', { count: ids.length, name: tell(into.name), customers: into.size }));
};

const split = async ({ id, name }: Segment, parts: number): Promise<void> => {
  if ((await splitSegment(id, parts)) !== null) notifyUndoable(t('edit.done.split', { name: tell(name), parts }));
};

const freeze = async ({ id, name, frozen }: Segment): Promise<void> => {
  if (await freezeSegment(id, !frozen))
    notifyUndoable(t(frozen ? 'edit.done.thaw' : 'edit.done.freeze', { name: tell(name) }));
};

/** Puts a segment together with others: those that are selected with it, or one of the list. */
const MergeItems = ({ segment, segmentation }: SegmentActionsProps) => {
  const selected = useSelection(({ segmentIds }) => segmentIds);
  const others = segmentation.segments.filter(({ id }) => id !== segment.id);
  const chosen = segmentation.segments.filter(({ id }) => selected.includes(id)).map(({ id }) => id);
  if (others.length === 0) return null;
  if (chosen.length > 1 && chosen.includes(segment.id))
    return (
      <Menu.Item leftSection={<IconArrowsJoin2 {...icon} />} onClick={() => merge(chosen)}>
        {t('edit.mergeSelected', { count: chosen.length })}
      </Menu.Item>
    );
  return (
    <SubMenu
      className={classes.list}
      item={<Menu.Sub.Item leftSection={<IconArrowsJoin2 {...icon} />}>{t('edit.mergeWith')}</Menu.Sub.Item>}
    >
      {others.map(({ id, name, color, size }) => (
        <Menu.Item
          key={id}
          leftSection={<SegmentTile color={color} size={13} />}
          rightSection={<span className={classes.count}>{format.number(size)}</span>}
          onClick={() => merge([segment.id, id])}
        >
          <span className={classes.name} dir="auto">
            {tell(name)}
          </span>
        </Menu.Item>
      ))}
    </SubMenu>
  );
};

interface SegmentActionsProps {
  readonly segment: Segment;
  readonly segmentation: Segmentation;
}

/** What else can be done with a segment: put together with others, divide, freeze. Each can be undone. */
export const SegmentActions = ({ segment, segmentation }: SegmentActionsProps) => {
  const busy = useJobs(({ running }) => running !== null);
  const { frozen, size } = segment;
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <ActionIcon
          size={24}
          disabled={busy}
          aria-label={t('edit.actions', { name: tell(segment.name) })}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <MergeItems segment={segment} segmentation={segmentation} />
        {size > 1 && (
          <SubMenu item={<Menu.Sub.Item leftSection={<IconArrowsSplit2 {...icon} />}>{t('edit.split')}</Menu.Sub.Item>}>
            {partCounts
              .filter((parts) => parts <= size)
              .map((parts) => (
                <Menu.Item key={parts} onClick={() => split(segment, parts)}>
                  {t('edit.split.parts', { parts })}
                </Menu.Item>
              ))}
          </SubMenu>
        )}
        <Menu.Item
          leftSection={frozen ? <IconSnowflakeOff {...icon} /> : <IconSnowflake {...icon} />}
          onClick={() => freeze(segment)}
        >
          {t(frozen ? 'edit.thaw' : 'edit.freeze')}
          <span className={classes.hint}>{t(frozen ? 'edit.thaw.hint' : 'edit.freeze.hint')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
