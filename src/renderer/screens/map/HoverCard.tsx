import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useCustomer } from '../../charts/CustomerCard.tsx';
import type { ChartSegment } from '../../charts/chart-segment.ts';
import classes from '../../charts/charts.module.css';
import { word } from '../../charts/words.ts';
import map from './map.module.css';
import { storyLines } from './story-lines.ts';
import type { MapData } from './use-map-data.ts';

interface HoverCardProps {
  readonly row: number;
  readonly segment: ChartSegment;
  readonly segmentation: Segmentation;
  readonly values: MapData['values'];
  readonly axes: readonly string[];
}

/** Who the dot under the pointer is, and its story. Figures are there at once, the name follows. */
export const HoverCard = ({ row, segment, segmentation, values, axes }: HoverCardProps) => {
  const customer = useCustomer(row, segmentation.id);
  return (
    <>
      <strong>{customer === null ? '\u00a0' : (customer.name ?? word('map.customer', { key: customer.key }))}</strong>
      <div>
        <span className={classes.swatch} style={{ background: segment.color }} /> {segment.name}
      </div>
      <div className={map.story}>
        {storyLines(row, segmentation, values, segment.id, axes).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </>
  );
};
