import { UnstyledButton } from '@mantine/core';
import { noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { inNoSegment } from '../../../shared/picture/in-no-segment.ts';
import classes from '../../charts/charts.module.css';
import { word } from '../../charts/words.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';

/** The segments by colour; a click selects one everywhere. */
export const MapLegend = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { segments } = segmentation;
  const rest = inNoSegment(segmentation);
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
      {rest !== null && (
        <UnstyledButton
          className={classes.chip ?? ''}
          aria-pressed={selected.includes(noSegmentId)}
          data-dim={selected.length > 0 && !selected.includes(noSegmentId)}
          onClick={(event) => toggleSegment(noSegmentId, event.ctrlKey || event.metaKey || event.shiftKey)}
        >
          <NoSegmentTile />
          {t('trust.none')}
          <span className={classes.chipCount}>{format.number(rest.size)}</span>
        </UnstyledButton>
      )}
    </fieldset>
  );
};
