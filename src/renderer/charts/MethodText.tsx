import type { Segmentation } from '../../shared/model/segmentation.ts';
import { methodParagraphs } from '../../shared/report/cards/method-paragraphs.ts';
import { createSpeaker } from '../../shared/report/speaker.ts';
import { api } from '../client/api.ts';
import { useProjectQuery } from '../client/queries.ts';
import { sumAside } from '../client/sum-aside.ts';
import { locale } from '../client/words.ts';
import { CopyParagraph } from '../components/CopyParagraph.tsx';
import classes from './inspector.module.css';

/** The whole of a segmentation as a paragraph for a methods section, as the report has it: stands inside Method details only. */
export const MethodText = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const sources = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal })).data;
  const aside = useProjectQuery(['source.setAside'], (signal) => api.source.setAside(undefined, { signal })).data;
  if (sources === undefined || aside === undefined) return null;
  // What was set aside when it was made is not known any more once the data have changed.
  const setAside = segmentation.stale ? null : [...sumAside([aside])];
  const paragraphs = methodParagraphs({ segmentation, sources, setAside }, createSpeaker(locale));
  return (
    <div className={classes.method}>
      {paragraphs.map((text) => (
        <p key={text} className={classes.muted}>
          {text}
        </p>
      ))}
      <div>
        <CopyParagraph text={paragraphs.join(' ')} />
      </div>
    </div>
  );
};
