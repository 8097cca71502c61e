import type { NumberRef } from '../../shared/model/number-origin.ts';
import { preparationMessage, preparationNotes } from '../../shared/model/preparation.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { editDetails } from '../../shared/picture/edit-words.ts';
import { format, tell } from '../client/words.ts';
import { FactList } from './FactList.tsx';
import classes from './inspector.module.css';
import { word } from './words.ts';

const score = (value: number | null): string => (value === null ? word('method.notComputed') : format.number(value, 3));

/** How a segmentation came about, in the analyst's words: stands inside Method details only. */
export const SegmentMethod = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { scores, statisticalK, k, asked } = segmentation;
  const best = scores.find((one) => one.k === statisticalK)?.silhouette ?? null;
  const facts: [string, string, NumberRef?][] = [
    [word('method.method'), word(`method.${segmentation.method}`)],
    [word('method.asked'), asked === 'auto' ? word('method.auto') : format.number(asked)],
    [word('method.k'), format.number(k), { of: 'run', figure: 'segments', segmentationId: segmentation.id }],
    [word('method.reason'), tell(segmentation.reason)],
    ...editDetails(segmentation, tell, format.list).map(([what, how]) => [tell(what), tell(how)] as [string, string]),
    [word('method.statisticalK'), word('method.statisticalK.value', { k: statisticalK, score: best })],
    [
      word('method.silhouette'),
      score(segmentation.silhouette),
      { of: 'run', figure: 'silhouette', segmentationId: segmentation.id },
    ],
    [word('method.inertia'), format.number(segmentation.inertia, 1)],
    ...(segmentation.iterations > 0
      ? [[word('method.iterations'), format.number(segmentation.iterations)] as [string, string]]
      : []),
    [word('method.seed'), String(segmentation.seed)],
    [word('method.engine'), segmentation.engineVersion],
    [word('method.input'), segmentation.inputHash.slice(0, 12)],
  ];
  const nameOf = (key: string) => {
    const feature = segmentation.features.find((one) => one.key === key);
    return feature === undefined ? key : tell(feature.name);
  };
  return (
    <div className={classes.method}>
      <FactList facts={facts} />
      <h3 className={classes.methodHeading}>{word('method.preparation')}</h3>
      <dl className={classes.facts}>
        {segmentation.preparation.map((one) => (
          <div key={one.feature} className={classes.prepared}>
            <dt>{nameOf(one.feature)}</dt>
            <dd>{tell(preparationMessage(one, nameOf))}</dd>
            <dd>
              {word('method.skew')}: {format.number(one.skewBefore, 2)} → {format.number(one.skewAfter, 2)}
            </dd>
            <dd>
              {word('method.meanDeviation')}: {format.number(one.mean, 3)} · {format.number(one.deviation, 3)}
            </dd>
            {one.imputed > 0 && (
              <dd>
                {word('method.imputed')}: {format.number(one.imputed)}
              </dd>
            )}
            {preparationNotes(one).map((note) => (
              <dd key={note.key}>{tell(note)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
};
