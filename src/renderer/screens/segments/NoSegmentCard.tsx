import { UnstyledButton } from '@mantine/core';
import { noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { inNoSegment } from '../../../shared/picture/in-no-segment.ts';
import { addByKey } from '../../charts/add-by-key.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t } from '../../client/words.ts';
import { NoSegmentTile } from '../../components/SegmentTile.tsx';
import classes from './cards.module.css';

/** Customers in no segment, on a card without a colour; nothing where everybody is in one. */
export const NoSegmentCard = ({
  segmentation,
  columns,
}: {
  readonly segmentation: Segmentation;
  readonly columns: number;
}) => {
  const rest = inNoSegment(segmentation);
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(noSegmentId));
  const dimmed = useSelection(({ segmentIds }) => segmentIds.length > 0 && !segmentIds.includes(noSegmentId));
  if (rest === null) return null;
  return (
    <tr
      className={classes.card}
      data-selected={selected}
      data-dimmed={dimmed}
      data-nobody=""
      onClick={(event) => toggleSegment(noSegmentId, event.ctrlKey || event.metaKey || event.shiftKey)}
    >
      <td className={classes.tile}>
        <span className={classes.emptyTile}>
          <NoSegmentTile size={13} />
        </span>
      </td>
      <th scope="row" className={classes.head}>
        <UnstyledButton
          data-segment-name=""
          aria-pressed={selected}
          className={classes.nobody ?? ''}
          onKeyDown={(event) => addByKey(event, noSegmentId)}
          onClick={(event) => {
            event.stopPropagation();
            toggleSegment(noSegmentId, event.ctrlKey || event.metaKey || event.shiftKey);
          }}
        >
          {t('trust.none')}
        </UnstyledButton>
      </th>
      <td className={classes.why}>{t('trust.none.why')}</td>
      <td className={classes.size}>
        <strong className={classes.figure}>{format.number(rest.size)}</strong>{' '}
        <span className={classes.unit}>{t('segmentScreen.card.customers', { customers: rest.size })}</span>
      </td>
      <td className={classes.share} colSpan={rest.revenueShare === null ? columns - 2 : 1}>
        <span className={classes.note}>{t('segmentScreen.card.ofCustomers', { share: rest.share })}</span>
      </td>
      {rest.revenueShare !== null && (
        <td className={classes.revenueShare} colSpan={columns - 3}>
          <strong className={classes.figure}>{format.share(rest.revenueShare)}</strong>{' '}
          <span className={classes.unit}>{t('segmentScreen.card.revenue')}</span>
        </td>
      )}
    </tr>
  );
};
