import { UnstyledButton } from '@mantine/core';
import { selectOwnSegment, useOwnSegments, useSelectedOwn } from '../client/own-segments.ts';
import { clearSelection } from '../client/selection.ts';
import { format, t } from '../client/words.ts';
import classes from './OwnSegmentPicks.module.css';
import { Panel } from './Panel.tsx';
import { SegmentTile } from './SegmentTile.tsx';

/** Segments of one’s own beside a picture, each a click away; nothing where there is none. */
export const OwnSegmentPicks = ({ segmentationId }: { readonly segmentationId: number }) => {
  const own = useOwnSegments().data ?? [];
  const selected = useSelectedOwn();
  if (own.length === 0) return null;
  return (
    <Panel heading={t('own.title')}>
      <ul className={classes.list}>
        {own.map(({ id, name, color, size }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.pick ?? ''}
              aria-pressed={selected === id}
              disabled={size === 0}
              onClick={() => (selected === id ? clearSelection() : void selectOwnSegment(id, segmentationId))}
            >
              <SegmentTile color={color} size={13} />
              <span className={classes.name} dir="auto">
                {name}
              </span>
              <span className={classes.count}>{format.number(size)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
