import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { inNoSegment } from '../../shared/picture/in-no-segment.ts';
import { goTo } from '../client/navigation.ts';
import { t } from '../client/words.ts';
import { NoSegmentTile } from '../components/SegmentTile.tsx';
import classes from './inspector.module.css';
import { word } from './words.ts';

/** Customers in no segment, in the inspector: how many, and why that is nothing to worry about. */
export const NoSegment = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const rest = inNoSegment(segmentation);
  if (rest === null) return null;
  return (
    <>
      <h2 className={classes.name}>
        <NoSegmentTile size={13} />
        {t('trust.none')}
      </h2>
      <p className={classes.text}>{t('trust.none.count', { customers: rest.size, share: rest.share })}</p>
      {rest.revenueShare !== null && (
        <p className={classes.muted}>{word('one.ofRevenue', { share: rest.revenueShare })}</p>
      )}
      <Button variant="default" leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => goTo('customers')}>
        {word('one.showCustomers')}
      </Button>
    </>
  );
};
