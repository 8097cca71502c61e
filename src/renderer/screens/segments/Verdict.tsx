import { Button } from '@mantine/core';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { clearSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import classes from './verdict.module.css';

const applyRules = async (): Promise<void> => {
  const made = await change(() =>
    startJob(t('trust.rules.job'), () => api.segmentation.run({ method: 'rules', k: 'auto', seed: 1 })),
  );
  if (made !== null) clearSelection();
};

/** The division by plain rules, to be used instead of the one that was found. */
const ByRules = ({ segmentationId }: { readonly segmentationId: number }) => {
  const busy = useJobs(({ running }) => running !== null);
  const { data, isPlaceholderData } = useProjectQuery(['segmentation.byRules', segmentationId], (signal) =>
    api.segmentation.byRules({ id: segmentationId }, { signal }),
  );
  if (data == null || isPlaceholderData) return null;
  const hasRevenue = data.segments.some(({ revenueShare }) => revenueShare !== null);
  return (
    <section className={classes.rules} aria-label={t('trust.rules.title')}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>{t('trust.rules.title')}</h2>
          <p className={classes.text}>{t('trust.rules.text')}</p>
        </div>
        <Button variant="default" disabled={busy} onClick={applyRules}>
          {t('trust.rules.use')}
        </Button>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{word('segments.column.segment')}</th>
            <th scope="col">{t('trust.rules.rule')}</th>
            <th scope="col">{word('segments.column.customers')}</th>
            <th scope="col">{word('segments.column.shareOfCustomers')}</th>
            {hasRevenue && <th scope="col">{word('segments.column.shareOfRevenue')}</th>}
          </tr>
        </thead>
        <tbody>
          {data.segments.map(({ name, rule, size, share, revenueShare }) => (
            <tr key={tell(name)}>
              <th scope="row">{tell(name)}</th>
              <td className={classes.rule}>{tell(rule)}</td>
              <td>{format.number(size)}</td>
              <td>{format.share(share)}</td>
              {hasRevenue && <td>{revenueShare === null ? '' : format.share(revenueShare)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Whether there are groups at all; where there are none, plain rules are offered beside the division. */
export const Verdict = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { structure, method } = segmentation;
  // Plain rules do not claim to have found anything.
  if (structure === null || method === 'rules') return null;
  return (
    <p className={classes.verdict} data-verdict={structure.verdict}>
      <NumberOrigin of={{ of: 'run', figure: 'structure' }}>{tell(structure.reason)}</NumberOrigin>
    </p>
  );
};

/** Plain rules, where customers blend into each other. */
export const RulesInstead = ({ segmentation }: { readonly segmentation: Segmentation }) =>
  segmentation.structure?.verdict === 'none' && segmentation.method !== 'rules' ? (
    <ByRules segmentationId={segmentation.id} />
  ) : null;
