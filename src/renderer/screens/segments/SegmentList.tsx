import type { ReactNode } from 'react';
import type { Segment, Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { word } from '../../charts/words.ts';
import { hoverSegment, toggleSegment, useSelection } from '../../client/selection.ts';
import { format, tell } from '../../client/words.ts';
import { RecolourButton } from './RecolourButton.tsx';
import { SegmentName } from './SegmentName.tsx';
import classes from './segments.module.css';

const Share = ({ share, color }: { share: number; color: number }) => (
  <span className={classes.share}>
    <span className={classes.track} aria-hidden>
      <span className={classes.bar} style={{ width: `${share * 100}%`, background: segmentColor(color) }} />
    </span>
    <span className={classes.percent}>{format.share(share)}</span>
  </span>
);

interface RowProps {
  readonly segment: Segment;
  readonly taken: readonly string[];
  readonly hasRevenue: boolean;
}

const Row = ({ segment, taken, hasRevenue }: RowProps) => {
  const { id, color, size, share, revenueShare } = segment;
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(id));
  const dimmed = useSelection(({ segmentIds }) => segmentIds.length > 0 && !segmentIds.includes(id));
  return (
    // The name is the button; a click anywhere on the row does the same for those who point.
    <tr
      className={classes.row}
      data-selected={selected}
      data-dimmed={dimmed}
      onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
      onPointerEnter={() => hoverSegment(id)}
      onPointerLeave={() => hoverSegment(null)}
    >
      <td className={classes.tileCell}>
        <RecolourButton segment={segment} />
      </td>
      <th scope="row" className={classes.nameColumn}>
        <SegmentName id={id} name={tell(segment.name)} selected={selected} taken={taken} />
      </th>
      <td className={classes.why}>{tell(segment.why)}</td>
      <td className={classes.number}>{format.number(size)}</td>
      <td className={classes.spare}>
        <Share share={share} color={color} />
      </td>
      {hasRevenue && (
        <td>
          <Share share={revenueShare ?? 0} color={color} />
        </td>
      )}
    </tr>
  );
};

/** Every segment in a row: who they are, how many, how much of everything. */
export const SegmentList = ({
  segmentation,
  foot,
}: {
  readonly segmentation: Segmentation;
  readonly foot: ReactNode;
}) => {
  const { segments } = segmentation;
  const hasRevenue = segments.some(({ revenueShare }) => revenueShare !== null);
  const longNames = segments.some(({ name }) => tell(name).length > 22);
  const names = segments.map(({ id, name }) => ({ id, name: tell(name) }));
  return (
    <div className={classes.card}>
      <table className={classes.table} data-long-names={longNames} aria-label={word('segments.list')}>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className={classes.nameColumn}>
              {word('segments.column.segment')}
            </th>
            <th scope="col">{word('segments.column.why')}</th>
            <th scope="col" className={classes.number}>
              {word('segments.column.customers')}
            </th>
            <th scope="col" className={classes.spare}>
              {word('segments.column.shareOfCustomers')}
            </th>
            {hasRevenue && <th scope="col">{word('segments.column.shareOfRevenue')}</th>}
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <Row
              key={segment.id}
              segment={segment}
              hasRevenue={hasRevenue}
              taken={names.filter(({ id }) => id !== segment.id).map(({ name }) => name)}
            />
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>{foot}</div>
    </div>
  );
};
