import { ChartTable } from '../../charts/ChartTable.tsx';
import { FactList } from '../../charts/FactList.tsx';
import { api } from '../../client/api.ts';
import { numberText } from '../../client/origin-text.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { fixed, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import classes from './map.module.css';
import type { Arrangement, MapData } from './use-map-data.ts';

/** How much of all that customers differ by each side of the map shows. */
const AxisShares = ({ segmentationId }: { readonly segmentationId: number }) => {
  const across = { of: 'run', figure: 'across', segmentationId } as const;
  const up = { of: 'run', figure: 'up', segmentationId } as const;
  const { data } = useProjectQuery(['map.shares', segmentationId], (signal) =>
    Promise.all([across, up].map((of) => api.explain.number({ of }, { signal }))),
  );
  const said = (at: 0 | 1) => (data === undefined ? '' : numberText(data[at]!.value, 'share'));
  return (
    <FactList
      facts={[
        [t('map.shares.across'), said(0), across],
        [t('map.shares.up'), said(1), up],
      ]}
    />
  );
};

interface MapMethodProps {
  readonly segmentationId: number;
  readonly arrangement: Arrangement;
  readonly links: MapData['links'];
}

/** Where the places come from, in the analyst's words; chosen facts need no explaining. */
export const MapMethod = ({ segmentationId, arrangement, links }: MapMethodProps) =>
  arrangement.by === 'facts' || arrangement.by === 'space' ? null : (
    <div className={classes.method}>
      <MethodDetails>
        {arrangement.by === 'neighbours' ? (
          t('neighbours.method')
        ) : (
          <>
            <AxisShares segmentationId={segmentationId} />
            <ChartTable
              caption={t('trust.axes')}
              head={[t('trust.axes.fact'), t('trust.axes.across'), t('trust.axes.up')]}
              rows={links.map(({ feature, across, up }) => [tell(feature.name), fixed(across, 2), fixed(up, 2)])}
            />
          </>
        )}
      </MethodDetails>
    </div>
  );
