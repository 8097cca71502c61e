import { useElementSize, useMergedRef } from '@mantine/hooks';
import type { PlotMouseEvent, PlotSelectionEvent } from 'plotly.js';
import { forwardRef, type ReactNode, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { format, locale } from '../client/words.ts';
import type { ChartSegment } from './chart-segment.ts';
import classes from './charts.module.css';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { mapNotes, type NoteRoom } from './map-notes.ts';
import { Plot, type PlotHandle } from './Plot.tsx';
import type { Figure } from './picture-file.ts';
import { rowsByTrace, type ScatterPicture, scatterData, scatterLayout, scatterSelection } from './scatter-picture.ts';
import { chartTheme } from './theme.ts';

export type DragTool = 'pan' | 'zoom' | 'select' | 'lasso';

export interface ScatterHandle {
  /** Factor below 1 comes closer. */
  zoom(factor: number): void;
  reset(): void;
  figure(): Figure;
}

export interface CustomerScatterProps {
  readonly picture: ScatterPicture;
  readonly summary: string;
  readonly scheme: 'light' | 'dark';
  readonly tool: DragTool;
  readonly selectedIds: readonly number[];
  readonly picked: ReadonlySet<number> | null;
  readonly onSegment: (segmentId: number, add: boolean) => void;
  readonly onCustomer: (row: number) => void;
  readonly onPick: (rows: number[]) => void;
  readonly onClear: () => void;
  readonly onFailure: (error: unknown) => void;
  /** What stands in the card over a customer. */
  readonly card: (row: number, segment: ChartSegment) => ReactNode;
}

interface Hovered {
  readonly row: number;
  readonly segment: ChartSegment;
  readonly at: PointerPlace;
}

/** A dot for every customer: zoomed by wheel, moved by dragging, selected by click, box or freehand. */
export const CustomerScatter = forwardRef<ScatterHandle, CustomerScatterProps>((props, ref) => {
  const { picture, summary, scheme, tool, selectedIds, picked, card } = props;
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const live = useRef<PlotHandle | null>(null);
  /** Taking the outline away tells of a selection that ended; that is not one. */
  const tidying = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const { ref: measured, width, height } = useElementSize();
  const stage = useMergedRef(measured, box);
  // Labels move in steps, not with every pixel of a window that is being resized.
  const [stepsAcross, stepsDown] = [Math.round((width || 760) / 40), Math.round((height || 480) / 40)];
  const size = useMemo(() => ({ width: stepsAcross * 40, height: stepsDown * 40 }), [stepsAcross, stepsDown]);
  const theme = chartTheme(scheme);
  const rows = useMemo(() => rowsByTrace(picture), [picture]);
  const data = useMemo(() => scatterData(picture, rows), [picture, rows]);
  const notes = useMemo(
    () => mapNotes(picture, rows, theme, inside(size, marginOf(picture))),
    [picture, rows, theme, size],
  );
  const show = format.number;
  const layout = useMemo(
    () => ({ ...scatterLayout(picture, theme, locale, tool, show), annotations: notes }),
    [picture, theme, tool, notes],
  );
  const restyle = useMemo(
    () => scatterSelection(picture, rows, selectedIds, picked),
    [picture, rows, selectedIds, picked],
  );

  const ranges = () => {
    const full = (live.current?.element as unknown as { _fullLayout?: Record<string, { range: [number, number] }> })
      ?._fullLayout;
    return full === undefined ? null : { x: full.xaxis!.range, y: full.yaxis!.range };
  };
  useImperativeHandle(ref, () => ({
    zoom: (factor) => {
      const now = ranges();
      if (now === null || live.current === null) return;
      const around = ([low, high]: [number, number]) => {
        const middle = (low + high) / 2;
        return [middle - ((high - low) / 2) * factor, middle + ((high - low) / 2) * factor];
      };
      live.current.plotly.relayout(live.current.element, {
        'xaxis.range': around(now.x),
        'yaxis.range': around(now.y),
      } as never);
    },
    reset: () => {
      if (live.current === null) return;
      live.current.plotly.relayout(live.current.element, { 'xaxis.autorange': true, 'yaxis.autorange': true } as never);
    },
    figure: () => {
      const paper = chartTheme('light');
      const paperSize = {
        width: Math.max(900, box.current?.clientWidth ?? 0),
        height: Math.max(560, box.current?.clientHeight ?? 0),
      };
      const now = ranges();
      const plain = scatterLayout(picture, paper, locale, 'pan', show);
      return {
        data,
        layout: {
          ...plain,
          annotations: mapNotes(picture, rows, paper, inside(paperSize, marginOf(picture))),
          ...(now === null ? {} : { xaxis: { ...plain.xaxis, range: now.x }, yaxis: { ...plain.yaxis, range: now.y } }),
          paper_bgcolor: paper.ground,
        },
        ...paperSize,
      };
    },
  }));

  const find = ({ points: [point] }: PlotMouseEvent): { row: number; segment: ChartSegment } | null => {
    const row = point === undefined ? undefined : rows[point.curveNumber]?.[point.pointNumber];
    const segment = point === undefined ? undefined : picture.segments[point.curveNumber];
    return row === undefined || segment === undefined ? null : { row, segment };
  };
  const click = (event: PlotMouseEvent) => {
    const found = find(event);
    if (found === null) return;
    if (event.event.ctrlKey || event.event.metaKey) props.onCustomer(found.row);
    else props.onSegment(found.segment.id, event.event.shiftKey);
  };
  const hover = (event: PlotMouseEvent) => {
    const found = find(event);
    if (found !== null) setHovered({ ...found, at: placeIn(box.current, event.event) });
  };
  const selected = (event: PlotSelectionEvent | null) => {
    if (tidying.current) return;
    if (event === null) {
      props.onClear();
      return;
    }
    const found = event.points.flatMap(({ curveNumber, pointNumber }) => rows[curveNumber]?.[pointNumber] ?? []);
    props.onPick(found);
    // The outline goes, the selection stays: it is the same on every screen, a shape would only be on this one.
    if (live.current === null) return;
    tidying.current = true;
    void live.current.plotly.relayout(live.current.element, { selections: [] } as never).finally(() => {
      tidying.current = false;
    });
  };
  return (
    <div ref={stage} className={classes.stage}>
      <Plot
        className={classes.fill}
        data={data}
        layout={layout}
        config={scatterConfig}
        restyle={restyle}
        summary={summary}
        onReady={(handle) => {
          live.current = handle;
        }}
        onFailure={props.onFailure}
        onClick={click}
        onHover={hover}
        onUnhover={() => setHovered(null)}
        onSelected={selected}
        onRelayout={() => setHovered(null)}
      />
      {hovered !== null && (
        <FloatingCard box={box} at={hovered.at}>
          {card(hovered.row, hovered.segment)}
        </FloatingCard>
      )}
    </div>
  );
});

/** Figures beside the axes take room of their own. */
const marginOf = ({ y }: ScatterPicture): number => (y.bare ? 60 : 110);

/** What is left for dots inside the axes; a little more stays free around them. */
const inside = ({ width, height }: NoteRoom, margin: number): NoteRoom => ({
  width: (width - margin) * 0.88,
  height: (height - 70) * 0.88,
});

const scatterConfig = { scrollZoom: true, doubleClick: 'reset' } as const;
