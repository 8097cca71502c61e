import { useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { SegmentInspector } from '../../charts/SegmentInspector.tsx';
import { word } from '../../charts/words.ts';
import { useSegmentation } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { MapArrange } from './MapArrange.tsx';
import { MapPicture } from './MapPicture.tsx';
import { factsTitle, likenessTitle } from './map-title.ts';
import { PlaceNeighbours } from './PlaceNeighbours.tsx';
import { SpacePicture } from './space/SpacePicture.tsx';
import { mostDots, spaceTitle } from './space/space-dots.ts';
import { type Arrangement, axisFacts, knownArrangement, type MapData, useMapData } from './use-map-data.ts';

const titleOf = (segmentation: Segmentation, arrangement: Arrangement, data: MapData | null): string => {
  if (arrangement.by === 'neighbours') return t('neighbours.title');
  if (data === null) return word('map.title.plain');
  if (arrangement.by === 'space') return spaceTitle(segmentation, data, arrangement);
  if (arrangement.by !== 'facts') return likenessTitle(data.picture);
  const [x, y] = [arrangement.x, arrangement.y].map((key) => segmentation.features.find((one) => one.key === key));
  return x === undefined || y === undefined ? word('map.title.plain') : factsTitle(data.picture, x, y);
};

const MapOf = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const [wanted, setArrangement] = useState<Arrangement>({ by: 'likeness' });
  const arrangement = knownArrangement(segmentation, wanted);
  const { data, error } = useMapData(segmentation, arrangement);
  const missing = arrangement.by === 'neighbours' && !segmentation.hasNeighbours;
  const title = titleOf(segmentation, arrangement, data);
  const { customers } = segmentation;
  return (
    <Screen
      fill
      title={title}
      subtitle={
        arrangement.by === 'neighbours'
          ? t('neighbours.subtitle', { customers })
          : arrangement.by === 'space'
            ? t('map.space.subtitle', { customers, drawn: Math.min(customers, mostDots) })
            : word(arrangement.by === 'likeness' ? 'map.subtitle' : 'map.subtitle.facts', { customers })
      }
      inspector={<SegmentInspector segmentation={segmentation} />}
    >
      {error !== null && <ErrorPanel error={error} />}
      {error === null && missing && (
        <>
          <MapArrange facts={axisFacts(segmentation)} arrangement={arrangement} onArrange={setArrangement} />
          <Panel fill>
            <PlaceNeighbours segmentation={segmentation} />
          </Panel>
        </>
      )}
      {error === null && data !== null && arrangement.by === 'space' && (
        <SpacePicture
          segmentation={segmentation}
          data={data}
          finding={title}
          arrangement={arrangement}
          onArrange={setArrangement}
        />
      )}
      {error === null && !missing && data !== null && arrangement.by !== 'space' && (
        <MapPicture
          segmentation={segmentation}
          data={data}
          finding={title}
          arrangement={arrangement}
          onArrange={setArrangement}
        />
      )}
    </Screen>
  );
};

/** Every customer as a dot: near each other where they shop alike, or arranged by two facts. */
export const MapScreen = () => {
  const { data: segmentation, error } = useSegmentation();
  if (error !== null) {
    return (
      <Screen title={word('map.title.plain')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null) return <NoSegments title={word('map.title.plain')} known={segmentation === null} />;
  return <MapOf key={segmentation.snapshotId} segmentation={segmentation} />;
};
