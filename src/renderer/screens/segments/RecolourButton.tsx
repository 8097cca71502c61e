import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Segment } from '../../../shared/model/segmentation.ts';
import { segmentColors } from '../../../shared/picture/segment-colors.ts';
import { word } from '../../charts/words.ts';
import { recolourSegment } from '../../client/project.ts';
import { tell } from '../../client/words.ts';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './segments.module.css';

/** The segment's tile; a click offers the other colours. */
export const RecolourButton = ({ segment }: { readonly segment: Segment }) => {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={classes.tileButton ?? ''}
          aria-label={word('segments.recolour', { name: tell(segment.name) })}
          onClick={(event) => {
            event.stopPropagation();
            setOpen(!open);
          }}
        >
          <SegmentTile color={segment.color} size={13} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        p={8}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <div className={classes.colors}>
          {segmentColors.map((color, i) => (
            <UnstyledButton
              key={color}
              className={classes.color ?? ''}
              aria-label={word('segments.colour', { number: i + 1 })}
              aria-pressed={segment.color === i}
              onClick={async () => {
                setOpen(false);
                await recolourSegment(segment.id, i);
              }}
            >
              <SegmentTile color={i} size={20} />
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
