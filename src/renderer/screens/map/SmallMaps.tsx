import { UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import classes from '../../charts/charts.module.css';
import { PointCanvas } from '../../charts/points/PointCanvas.tsx';
import { type Selection, toggleSegment } from '../../client/selection.ts';
import { format, t } from '../../client/words.ts';
import map from './map.module.css';
import { colorsByLabel } from './map-picture.ts';
import type { MapOfCustomers } from './use-map-parts.ts';

interface SmallMapsProps {
  readonly map: MapOfCustomers;
  readonly selection: Selection;
  readonly onFailure: (error: unknown) => void;
}

const headHeight = 26;
const gap = 10;
const leastHeight = 120;

/** As many columns as make the small maps most like the large one's shape. */
const columnsFor = (count: number, width: number, height: number): number => {
  let [best, score] = [1, Number.POSITIVE_INFINITY];
  for (let columns = 1; columns <= Math.min(count, 8); columns += 1) {
    const rows = Math.ceil(count / columns);
    const [wide, high] = [width / columns, Math.max(leastHeight, height / rows) - headHeight];
    const own = Math.abs(Math.log(wide / high / 1.5)) + (columns * rows - count) * 0.08;
    if (own < score && wide > 130) [best, score] = [columns, own];
  }
  return best;
};

/** A small map for each segment, all on one canvas: its customers in colour, everybody else grey. A click selects it. */
export const SmallMaps = ({ map: { picture }, selection, onFailure }: SmallMapsProps) => {
  const { ref, width, height } = useElementSize();
  const colors = useMemo(() => colorsByLabel(picture.segments), [picture.segments]);
  const { segments } = picture;
  const columns = columnsFor(segments.length, width || 760, height || 480);
  const rows = Math.ceil(segments.length / columns);
  const wide = ((width || 760) - gap * (columns - 1)) / columns;
  const high = Math.max(leastHeight, ((height || 480) - gap * (rows - 1)) / rows);
  const tiles = useMemo(
    () =>
      segments.map(({ label }, i) => ({
        left: (i % columns) * (wide + gap),
        top: Math.floor(i / columns) * (high + gap) + headHeight,
        width: wide,
        height: high - headHeight,
        litLabels: [label],
      })),
    [segments, columns, wide, high],
  );
  return (
    <div ref={ref} className={`${classes.stage} ${map.small}`}>
      <div className={map.tiles} style={{ height: rows * (high + gap) - gap }}>
        <PointCanvas
          x={picture.x.values}
          y={picture.y.values}
          labels={picture.labels}
          colors={colors}
          litRows={selection.rows}
          tiles={tiles}
          onFailure={onFailure}
        />
        {segments.map(({ id, name, color, size }, i) => (
          <UnstyledButton
            key={id}
            className={map.tile ?? ''}
            aria-pressed={selection.segmentIds.includes(id)}
            aria-label={t('map.small.tile', { name, customers: size })}
            data-dim={selection.segmentIds.length > 0 && !selection.segmentIds.includes(id)}
            style={{ left: tiles[i]!.left, top: tiles[i]!.top - headHeight, width: wide, height: high }}
            onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
          >
            <span className={map.tileHead} title={name}>
              <span className={classes.swatch} style={{ background: color }} />
              <span className={map.tileName}>{name}</span>
              <span className={classes.chipCount}>{format.number(size)}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
};
