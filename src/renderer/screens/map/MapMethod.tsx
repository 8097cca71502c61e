import { ChartTable } from '../../charts/ChartTable.tsx';
import { fixed, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import classes from './map.module.css';
import type { Arrangement, MapData } from './use-map-data.ts';

interface MapMethodProps {
  readonly arrangement: Arrangement;
  readonly links: MapData['links'];
}

/** Where the places come from, in the analyst's words; two chosen facts need no explaining. */
export const MapMethod = ({ arrangement, links }: MapMethodProps) =>
  arrangement.by === 'facts' ? null : (
    <div className={classes.method}>
      <MethodDetails>
        {arrangement.by === 'neighbours' ? (
          t('neighbours.method')
        ) : (
          <ChartTable
            caption={t('trust.axes')}
            head={[t('trust.axes.fact'), t('trust.axes.across'), t('trust.axes.up')]}
            rows={links.map(({ feature, across, up }) => [tell(feature.name), fixed(across, 2), fixed(up, 2)])}
          />
        )}
      </MethodDetails>
    </div>
  );
