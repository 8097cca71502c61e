import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { byDifference } from '../../charts/by-difference.ts';
import { segmentParts } from '../../charts/segment-parts.ts';
import { t } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { FactsChoice, useChosenFacts } from './FactsChoice.tsx';
import classes from './pictures.module.css';
import { SpreadPanel } from './SpreadPanel.tsx';
import { useSpreads } from './use-spreads.ts';

/** So many facts are shown before somebody chooses. */
const usual = 4;

/** How the customers of each segment are spread in the facts, a picture a fact. */
export const SpreadView = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const facts = byDifference(segmentation);
  const { chosen, choose } = useChosenFacts('spread', segmentation.snapshotId, facts, usual);
  const shown = facts.filter(({ key }) => chosen.includes(key));
  const { spreads, error } = useSpreads(segmentation, shown);
  const parts = segmentParts(segmentation);
  if (error !== null) return <ErrorPanel error={error} />;
  return (
    <>
      <div className={classes.tools}>
        <FactsChoice facts={facts} chosen={chosen} onChange={choose} />
        <span className={classes.aside}>{t('segmentScreen.spread.how')}</span>
      </div>
      <div className={classes.panels}>
        {spreads.map(({ feature, spread }) => (
          <SpreadPanel key={feature.key} feature={feature} spread={spread} parts={parts} segmentation={segmentation} />
        ))}
      </div>
    </>
  );
};
