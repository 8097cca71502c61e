import { useMemo, useRef, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import type { DragTool } from '../../charts/points/use-gestures.ts';
import { homeView } from '../../charts/points/view.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { clearSelection, hasSelection, useSelection } from '../../client/selection.ts';
import { t } from '../../client/words.ts';
import { MapArrange } from './MapArrange.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapMethod } from './MapMethod.tsx';
import { isShaded, MapStage, type StageHandle } from './MapStage.tsx';
import { MapTools } from './MapTools.tsx';
import classes from './map.module.css';
import { mapFigure } from './map-file.tsx';
import { useMapOptions } from './map-options.ts';
import { mapTable } from './map-table.ts';
import { ShowMenu } from './ShowMenu.tsx';
import { SmallMaps } from './SmallMaps.tsx';
import { type Arrangement, axisFacts, type MapData } from './use-map-data.ts';
import { useMapParts } from './use-map-parts.ts';

interface MapPictureProps {
  readonly segmentation: Segmentation;
  readonly data: MapData;
  readonly finding: string;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

const fileSize = { width: 1100, height: 720 };

/** The dots, their legend and their tools. */
export const MapPicture = ({ segmentation, data, finding, arrangement, onArrange }: MapPictureProps) => {
  const { picture, missing, links } = data;
  const scheme = useScheme();
  const selection = useSelection();
  const [tool, setTool] = useState<DragTool>('pan');
  const [failed, setFailed] = useState(false);
  const options = useMapOptions();
  const stage = useRef<StageHandle>(null);
  const axes = useMemo(() => (arrangement.by === 'facts' ? [arrangement.x, arrangement.y] : []), [arrangement]);
  const map = useMapParts(segmentation, data, axes, options.outlines);
  const hasArrows = arrangement.by === 'likeness';
  const shown = useMemo(() => ({ ...options, arrows: options.arrows && hasArrows }), [options, hasArrows]);
  const shaded = isShaded(map, 800, 480);
  const table = mapTable(segmentation, data, finding);
  return (
    <FigureFrame
      grow
      table={table}
      fileName={finding}
      failed={failed}
      failure={word('map.noPicture')}
      figure={(ground) =>
        mapFigure(map, stage.current?.view() ?? homeView(map.parts.places.x, map.parts.places.y), shown, {
          ...fileSize,
          ground,
          finding,
        })
      }
      aside={
        <div className={classes.bar}>
          <MapArrange facts={axisFacts(segmentation)} arrangement={arrangement} onArrange={onArrange} />
          {!options.small && (
            <MapTools
              tool={tool}
              onTool={setTool}
              onZoom={(factor) => stage.current?.zoom(factor)}
              onReset={() => stage.current?.reset()}
              onClear={hasSelection(selection) ? clearSelection : null}
            />
          )}
          <ShowMenu hasArrows={hasArrows} />
        </div>
      }
    >
      {!options.small && (
        <div className={classes.legend}>
          <MapLegend segmentation={segmentation} />
        </div>
      )}
      {options.small ? (
        <SmallMaps map={map} selection={selection} onFailure={() => setFailed(true)} />
      ) : (
        <MapStage
          ref={stage}
          map={map}
          summary={
            shaded
              ? t('map.shade.summary', { customers: picture.labels.length, finding })
              : word('map.summary', { customers: picture.labels.length, finding })
          }
          scheme={scheme}
          tool={tool}
          options={shown}
          selection={selection}
          onFailure={() => setFailed(true)}
        />
      )}
      <MapMethod segmentationId={segmentation.id} arrangement={arrangement} links={links} />
      <p className={classes.note}>
        {t(options.small ? 'map.small.hint' : 'map.hint')} {shaded && t('map.shade')}{' '}
        {missing > 0 && word('map.subtitle.missing', { customers: missing })}
      </p>
    </FigureFrame>
  );
};
