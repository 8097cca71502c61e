import { UnstyledButton } from '@mantine/core';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { goTo } from '../client/navigation.ts';
import { showSegmentView } from '../client/segments-view.ts';
import { format, t, tell } from '../client/words.ts';
import { NumbersIn } from '../components/NumbersIn.tsx';
import { Panel } from '../components/Panel.tsx';
import classes from './inspector.module.css';

/** Why there are as many segments as there are, and what the figures alone would say. */
export const HowMany = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { k, statisticalK, reason, statisticalReason } = segmentation;
  return (
    <Panel heading={t('trust.many')}>
      <p className={classes.text}>
        <NumbersIn numbers={[[format.number(k), { of: 'run', figure: 'segments' }]]}>{tell(reason)}</NumbersIn>
      </p>
      {statisticalReason !== null && (
        <p className={classes.second}>{k === statisticalK ? t('trust.many.same') : tell(statisticalReason)}</p>
      )}
      {segmentation.edit !== undefined && segmentation.method !== 'kmeans' && (
        <p className={classes.second}>{t('trust.many.notAgain')}</p>
      )}
      <UnstyledButton
        className={classes.more ?? ''}
        onClick={() => {
          showSegmentView('number');
          goTo('segments');
        }}
      >
        {t('segmentScreen.number.compare')}
      </UnstyledButton>
    </Panel>
  );
};
