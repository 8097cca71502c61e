import { useCustomer } from '../../charts/CustomerCard.tsx';
import type { ChartSegment } from '../../charts/chart-segment.ts';
import classes from '../../charts/charts.module.css';
import { valueText, word } from '../../charts/words.ts';
import { tell } from '../../client/words.ts';
import type { MapData } from './use-map-data.ts';

interface HoverCardProps {
  readonly row: number;
  readonly segment: ChartSegment;
  readonly segmentationId: number;
  readonly values: MapData['values'];
}

const mostLines = 6;

/** Who the dot under the pointer is. Figures are there at once, the name follows. */
export const HoverCard = ({ row, segment, segmentationId, values }: HoverCardProps) => {
  const customer = useCustomer(row, segmentationId);
  return (
    <>
      <strong>{customer === null ? ' ' : (customer.name ?? word('map.customer', { key: customer.key }))}</strong>
      <div>
        <span className={classes.swatch} style={{ background: segment.color }} /> {segment.name}
      </div>
      <dl className={classes.hoverFigures}>
        {values.slice(0, mostLines).map(({ feature, column }) => (
          <div key={feature.key} style={{ display: 'contents' }}>
            <dt>{tell(feature.name)}</dt>
            <dd>{valueText(column[row], feature)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
