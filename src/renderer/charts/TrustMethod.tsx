import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { fixed, format, t, tell } from '../client/words.ts';
import { ChartTable } from './ChartTable.tsx';
import { FactList } from './FactList.tsx';
import classes from './inspector.module.css';
import { word } from './words.ts';

const stabilityText = ({ trust, method }: Segmentation): string | null => {
  if (trust === null) return t('trust.method.none');
  if (trust.parts.length > 0) return null;
  return t(method === 'rules' ? 'trust.method.rules' : 'trust.method.one');
};

const opinionText = ({ trust }: Segmentation): string | null => {
  if (trust === null || trust.parts.length === 0) return null;
  return trust.secondOpinion === null
    ? t('trust.method.opinion.none')
    : t('trust.method.opinion.value', { ...trust.secondOpinion });
};

/** Whether there is structure, how stable clusters are and what independent code says: stands inside Method details only. */
export const TrustMethod = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { structure, trust, segments } = segmentation;
  const facts: [string, string | null, NumberRef?][] = [
    [
      t('trust.method.structure'),
      structure && t('trust.method.structure.value', { verdict: structure.verdict, pValue: structure.pValue }),
      { of: 'run', figure: 'structure', segmentationId: segmentation.id },
    ],
    [t('trust.method.stability'), stabilityText(segmentation)],
    [t('trust.method.opinion'), opinionText(segmentation)],
  ];
  return (
    <div className={classes.method}>
      <h3 className={classes.methodHeading}>{t('trust.method')}</h3>
      <FactList facts={facts.filter((fact): fact is [string, string, NumberRef?] => fact[1] !== null)} />
      {trust !== null && trust.parts.length > 0 && (
        <ChartTable
          caption={t('trust.method.caption', { bootstraps: trust.bootstraps, rows: trust.rows })}
          head={[
            word('segments.column.segment'),
            t('trust.method.jaccard'),
            t('trust.method.recovered'),
            t('trust.method.dissolved'),
          ]}
          rows={segments.flatMap(({ label, name }) => {
            const part = trust.parts[label];
            if (part == null) return [];
            const { jaccard, recovered, dissolved } = part;
            return [[tell(name), fixed(jaccard, 3), format.number(recovered), format.number(dissolved)]];
          })}
          refs={segments.flatMap(({ id, label }) =>
            trust.parts[label] == null
              ? []
              : [[null, { of: 'segment', segmentId: id, figure: 'stability', segmentationId: segmentation.id }]],
          )}
        />
      )}
    </div>
  );
};
