import type { Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { format, t, tell } from '../client/words.ts';
import { ChartTable } from './ChartTable.tsx';
import { FactList } from './FactList.tsx';
import classes from './inspector.module.css';
import { word } from './words.ts';

/** How the rules did and how large effects are, in the analyst's words: stands inside Method details only. */
export const ExplanationMethod = ({
  segmentation,
  segment,
}: {
  segmentation: Segmentation;
  segment: Segment | null;
}) => {
  const { explanation, features, segments } = segmentation;
  if (explanation === null) return null;
  const { rules } = explanation;
  const facts: [string, string][] = [
    [t('explain.method.depth'), format.number(rules.depth)],
    [t('explain.method.weights'), t('explain.method.weights.value')],
    [t('explain.method.accuracy'), format.share(rules.accuracy)],
    [t('explain.method.heldOut', { folds: rules.heldOut.folds }), format.share(rules.heldOut.accuracy)],
    [t('explain.method.baseline'), format.share(rules.baseline)],
  ];
  return (
    <div className={classes.method}>
      <h3 className={classes.methodHeading}>{t('explain.method.rules')}</h3>
      <FactList facts={facts} figures />
      <ChartTable
        caption={t('explain.method.perSegment')}
        head={[t('explain.method.cluster'), t('explain.method.fit'), t('explain.method.fitHeldOut')]}
        rows={segments.flatMap(({ label, name }) => {
          const one = rules.segments.find((found) => found.label === label);
          return one === undefined
            ? []
            : [
                [
                  tell(name),
                  ...[one, one.heldOut].map((fit) =>
                    t('explain.method.fit.value', { precision: fit.precision, coverage: fit.coverage }),
                  ),
                ],
              ];
        })}
      />
      <ChartTable
        caption={t('explain.method.effects')}
        head={[
          word('method.feature'),
          ...(segment === null ? [] : [t('explain.method.effect')]),
          t('explain.method.between'),
        ]}
        rows={explanation.features.map(({ feature: key, between }) => {
          const feature = features.find((one) => one.key === key);
          const effect = segment?.profile.find((cell) => cell.feature === key)?.effect ?? 0;
          return [
            feature === undefined ? key : tell(feature.name),
            ...(segment === null ? [] : [format.number(effect, 2)]),
            format.number(between, 2),
          ];
        })}
      />
      <p className={classes.muted}>{t('explain.method.effects.text')}</p>
    </div>
  );
};
