import { Table } from '@mantine/core';
import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import { useSegmentation } from '../../client/queries.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import { earned, wholeMoney } from './outlook-text.ts';
import classes from './predict.module.css';

/** What each segment is expected to bring, and what is at stake in it. */
export const SegmentOutlooks = ({ kept }: { readonly kept: KeptPrediction }) => {
  const segments = useSegmentation().data?.segments ?? [];
  const selected = useSelection(({ segmentIds }) => segmentIds);
  const { margin } = kept.asked;
  const hasMoney = kept.found.value !== null;
  if (kept.segments.length === 0) return null;
  return (
    <Panel flush heading={t('ahead.segments')}>
      <div className={classes.scroll}>
        <Table className={classes.segments} aria-label={t('ahead.segments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('ahead.segments.segment')}</Table.Th>
              <Table.Th scope="col">{t('ahead.segments.customers')}</Table.Th>
              <Table.Th scope="col">{t('ahead.segments.leaving')}</Table.Th>
              <Table.Th scope="col">{t('ahead.segments.orders')}</Table.Th>
              {hasMoney && (
                <Table.Th scope="col">{t(margin === 1 ? 'ahead.segments.worth' : 'ahead.segments.profit')}</Table.Th>
              )}
              <Table.Th scope="col">{t('ahead.segments.atStake')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kept.segments.map((outlook) => {
              const segment = segments.find(({ id }) => id === outlook.segmentId);
              const worth = earned(outlook.worth, margin);
              const name = segment === undefined ? t('trust.none') : tell(segment.name);
              return (
                <Table.Tr
                  key={outlook.segmentId}
                  data-selected={segment !== undefined && selected.includes(segment.id)}
                >
                  <Table.Th scope="row">
                    {segment === undefined ? (
                      name
                    ) : (
                      <button
                        type="button"
                        className={classes.segment}
                        aria-pressed={selected.includes(segment.id)}
                        onClick={() => toggleSegment(segment.id)}
                      >
                        <SegmentTile color={segment.color} />
                        <span>{name}</span>
                      </button>
                    )}
                  </Table.Th>
                  <Table.Td>{format.number(outlook.customers)}</Table.Td>
                  <Table.Td>{format.number(outlook.leaving)}</Table.Td>
                  <Table.Td>{format.number(Math.round(outlook.orders))}</Table.Td>
                  {worth !== null && (
                    <Table.Td>
                      {wholeMoney(worth.expected)}
                      <span className={classes.range}>{t('ahead.range', { low: worth.low, high: worth.high })}</span>
                    </Table.Td>
                  )}
                  <Table.Td>
                    {hasMoney ? wholeMoney(outlook.atStake * margin) : format.number(Math.round(outlook.atStake))}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
};
