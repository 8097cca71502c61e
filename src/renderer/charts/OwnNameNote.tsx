import type { Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { t, tell } from '../client/words.ts';

interface OwnNameNoteProps {
  readonly segment: Segment;
  readonly segmentation: Segmentation;
  readonly className?: string | undefined;
}

/** A name that a person gave stays when segments are put together or divided; beside it stands what the figures say by now. */
export const OwnNameNote = ({ segment, segmentation: { edit }, className }: OwnNameNoteProps) => {
  const { givenName, label } = segment;
  if (givenName === undefined || edit === undefined || !edit.parts.includes(label)) return null;
  return (
    <p className={className}>
      {t(`segmentScreen.ownName.${edit.kind}`, { name: tell(givenName), count: edit.segments.length })}
    </p>
  );
};
