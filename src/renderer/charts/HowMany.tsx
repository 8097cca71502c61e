import type { Segmentation } from '../../shared/model/segmentation.ts';
import { t, tell } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import classes from './inspector.module.css';

/** Why there are as many segments as there are, and what the figures alone would say. */
export const HowMany = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { k, statisticalK, reason, statisticalReason } = segmentation;
  return (
    <Panel heading={t('trust.many')}>
      <p className={classes.text}>{tell(reason)}</p>
      {statisticalReason !== null && (
        <p className={classes.second}>{k === statisticalK ? t('trust.many.same') : tell(statisticalReason)}</p>
      )}
    </Panel>
  );
};
