import { UnstyledButton } from '@mantine/core';
import type { Segment } from '../../../shared/model/segmentation.ts';
import classes from '../../charts/charts.module.css';
import { word } from '../../charts/words.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, tell } from '../../client/words.ts';
import { SegmentTile } from '../../components/SegmentTile.tsx';

/** The segments by colour; a click selects one everywhere. */
export const MapLegend = ({ segments }: { readonly segments: readonly Segment[] }) => {
  const selected = useSelection(({ segmentIds }) => segmentIds);
  return (
    <fieldset className={classes.chips} aria-label={word('map.legend')}>
      {segments.map(({ id, name, color, size }) => (
        <UnstyledButton
          key={id}
          className={classes.chip ?? ''}
          aria-pressed={selected.includes(id)}
          data-dim={selected.length > 0 && !selected.includes(id)}
          onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
        >
          <SegmentTile color={color} />
          {tell(name)}
          <span className={classes.chipCount}>{format.number(size)}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  );
};
