import type { Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { t } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import classes from './explanation.module.css';
import inspector from './inspector.module.css';
import { missingFacts, rulesInWords } from './rule-words.ts';

/** In one or a few sentences, who is in a segment, and how well that describes them. */
export const SegmentRule = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const rules = segmentation.explanation?.rules.segments.find(({ label }) => label === segment.label);
  if (rules === undefined || segment.size === 0) return null;
  const missing = missingFacts(rules, segmentation.features);
  return (
    <Panel heading={t('explain.rule.heading')}>
      {rulesInWords(rules, segment.size, segmentation.features).map(({ sentence, fit }) => (
        <div key={sentence} className={classes.rule}>
          <p className={inspector.text}>{sentence}</p>
          {fit !== null && <p className={classes.note}>{fit}</p>}
        </div>
      ))}
      {missing.length > 0 && <p className={classes.note}>{t('explain.rule.missing', { names: missing.join('\n') })}</p>}
    </Panel>
  );
};
