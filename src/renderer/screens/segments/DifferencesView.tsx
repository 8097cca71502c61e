import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { ProfileHeatmap } from '../../charts/ProfileHeatmap.tsx';
import { type ProfileOrder, profileOf, profileSummary } from '../../charts/profile-of.ts';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { useSelection } from '../../client/selection.ts';
import { t, tell } from '../../client/words.ts';

const orders = ['differing', 'file', 'selected'] as const;
type Order = (typeof orders)[number];

/** The strongest difference of all, as a headline. */
const titleOf = ({ segments, features }: Segmentation): string => {
  const cells = segments.flatMap((segment) => segment.profile.map((cell) => ({ segment, cell })));
  const [most] = cells.sort((a, b) => Math.abs(b.cell.effect) - Math.abs(a.cell.effect));
  const feature = features.find(({ key }) => key === most?.cell.feature);
  if (most === undefined || feature === undefined || most.cell.level === 'same') return word('profile.title');
  return t('segmentScreen.differences.title', {
    fact: tell(feature.name),
    word: word(`level.${most.cell.level}`),
    segment: tell(most.segment.name),
  });
};

/** Every segment against every fact, sorted as one likes: by what differs most, as in the file, or by the selected segment. */
export const DifferencesView = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const { selected, shares } = useShownSegments(segmentation);
  const scheme = useScheme();
  const [asked, setAsked] = useState<Order>('differing');
  const [first] = segmentation.segments.filter(({ id }) => segmentIds.includes(id));
  const segmentId = first?.id;
  const picture = useMemo(() => {
    const order: ProfileOrder = asked !== 'selected' ? asked : segmentId === undefined ? 'differing' : { segmentId };
    return profileOf(segmentation, order);
  }, [segmentation, asked, segmentId]);
  return (
    <ProfileHeatmap
      title={titleOf(segmentation)}
      picture={picture}
      summary={profileSummary(picture)}
      scheme={scheme}
      selectedIds={selected}
      shares={shares?.customers ?? null}
      tools={
        <NativeSelect
          size="xs"
          aria-label={t('segmentScreen.differences.sort')}
          data={orders.map((one) => ({ value: one, label: t(`segmentScreen.differences.sort.${one}`) }))}
          value={asked}
          onChange={(event) => setAsked(orders.find((one) => one === event.currentTarget.value) ?? 'differing')}
        />
      }
    />
  );
};
