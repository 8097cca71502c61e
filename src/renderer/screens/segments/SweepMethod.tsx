import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { bestMark, sweepColumns, sweepRows } from '../../../shared/picture/sweep-table.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { word } from '../../charts/words.ts';
import { fixed, format, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './segments.module.css';

/** Every number of segments that was tried with its indices: an analyst's table, closed until somebody asks. */
export const SweepMethod = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { scores, k, statisticalK, reason, statisticalReason, indices } = segmentation;
  if (scores.length < 2) return null;
  const gapRows = scores.find((score) => score.gapRows != null)?.gapRows;
  return (
    <Panel heading={t('trust.many')}>
      <MethodDetails>
        <dl className={classes.reasons}>
          <dt>{t('trust.sweep.serves')}</dt>
          <dd>
            <strong>k = {k}</strong> {tell(reason)}
          </dd>
          {statisticalReason !== null && (
            <>
              <dt>{t('trust.sweep.statistical')}</dt>
              <dd>
                <strong>k = {statisticalK}</strong> {tell(statisticalReason)}
              </dd>
            </>
          )}
          {indices.length > 0 && (
            <>
              <dt>{t('trust.sweep.names')}</dt>
              <dd>
                {indices
                  .map(
                    ({ index, k: named }) =>
                      `${t(`segmentation.index.${index}`)}: ${named ?? t('trust.sweep.noOpinion')}`,
                  )
                  .join(' · ')}
              </dd>
            </>
          )}
        </dl>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than its place, the keyboard moves it */}
        <section className={classes.sweep} tabIndex={0} aria-label={t('trust.sweep')}>
          <ChartTable
            caption={`${t('trust.sweep')} (${bestMark} ${t('trust.sweep.best')})`}
            head={['k', ...sweepColumns(segmentation).map((column) => t(column.word))]}
            rows={sweepRows(segmentation, {
              fixed,
              share: format.share,
              chosen: word('method.chosen'),
              none: word('method.notComputed'),
            })}
            refs={scores.map(({ k: tried }) => [
              null,
              ...sweepColumns(segmentation).map(({ figure }): NumberRef | null =>
                figure === null ? null : { of: 'sweep', k: tried, figure, segmentationId: segmentation.id },
              ),
            ])}
          />
        </section>
        {gapRows != null && <p className={classes.reasonNote}>{t('trust.sweep.gapRows', { rows: gapRows })}</p>}
      </MethodDetails>
    </Panel>
  );
};
