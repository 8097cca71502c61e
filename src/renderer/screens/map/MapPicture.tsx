import { useMemo, useRef, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { CustomerScatter, type DragTool, type ScatterHandle } from '../../charts/CustomerScatter.tsx';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { useScheme } from '../../charts/use-scheme.ts';
import { valueText, word } from '../../charts/words.ts';
import { clearSelection, hasSelection, selectRows, toggleSegment, useSelection } from '../../client/selection.ts';
import { format, tell } from '../../client/words.ts';
import { HoverCard } from './HoverCard.tsx';
import { MapArrange } from './MapArrange.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapMethod } from './MapMethod.tsx';
import { MapTools } from './MapTools.tsx';
import classes from './map.module.css';
import { type Arrangement, factsOf, type MapData } from './use-map-data.ts';

interface MapPictureProps {
  readonly segmentation: Segmentation;
  readonly data: MapData;
  readonly finding: string;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** The dots, their legend and their tools. */
export const MapPicture = ({ segmentation, data, finding, arrangement, onArrange }: MapPictureProps) => {
  const { picture, values, missing, links } = data;
  const scheme = useScheme();
  const selection = useSelection();
  const [tool, setTool] = useState<DragTool>('pan');
  const [failed, setFailed] = useState(false);
  const scatter = useRef<ScatterHandle>(null);
  const picked = useMemo(() => (selection.rows === null ? null : new Set(selection.rows)), [selection.rows]);
  const { segments } = segmentation;
  const table = {
    caption: finding,
    head: [
      word('segments.column.segment'),
      word('segments.column.customers'),
      ...values.map(({ feature }) => word('map.table.typical', { feature: tell(feature.name) })),
    ],
    rows: segments.map(({ name, size, profile }) => [
      tell(name),
      format.number(size),
      ...values.map(({ feature }) => valueText(profile.find((one) => one.feature === feature.key)?.median, feature)),
    ]),
  };
  return (
    <FigureFrame
      grow
      table={table}
      fileName={finding}
      failed={failed}
      failure={word('map.noPicture')}
      figure={() => scatter.current!.figure()}
      aside={
        <div className={classes.bar}>
          <MapArrange facts={factsOf(segmentation)} arrangement={arrangement} onArrange={onArrange} />
          <MapTools
            tool={tool}
            onTool={setTool}
            onZoom={(factor) => scatter.current?.zoom(factor)}
            onReset={() => scatter.current?.reset()}
            onClear={hasSelection(selection) ? clearSelection : null}
          />
        </div>
      }
    >
      <div className={classes.legend}>
        <MapLegend segmentation={segmentation} />
      </div>
      <CustomerScatter
        ref={scatter}
        picture={picture}
        summary={word('map.summary', { customers: picture.labels.length, finding })}
        scheme={scheme}
        tool={tool}
        selectedIds={selection.segmentIds}
        picked={picked}
        onSegment={toggleSegment}
        onCustomer={(row) => selectRows([row])}
        onPick={selectRows}
        onClear={clearSelection}
        onFailure={() => setFailed(true)}
        card={(row, segment) => (
          <HoverCard row={row} segment={segment} segmentationId={segmentation.id} values={values} />
        )}
      />
      <MapMethod arrangement={arrangement} links={links} />
      <p className={classes.note}>
        {word('map.hint')} {missing > 0 && word('map.subtitle.missing', { customers: missing })}
      </p>
    </FigureFrame>
  );
};
