import type {
  Config,
  Data,
  Layout,
  PlotlyHTMLElement,
  PlotMouseEvent,
  PlotRelayoutEvent,
  PlotSelectionEvent,
} from 'plotly.js';
import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react';
import { loadPlotly, type Plotly } from './plotly.ts';
import type { Restyle } from './restyle.ts';
import { baseConfig } from './theme.ts';

export interface PlotHandle {
  readonly plotly: Plotly;
  readonly element: PlotlyHTMLElement;
}

export interface PlotProps {
  readonly data: readonly Data[];
  readonly layout: Partial<Layout>;
  readonly config?: Partial<Config>;
  /** The picture in one or two sentences, for those who do not see it. */
  readonly summary: string;
  /** Applied after drawing and whenever it changes; `data` should not change with it. */
  readonly restyle?: readonly Restyle[];
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly onReady?: (handle: PlotHandle) => void;
  /** Called when the picture could not be drawn, e.g. where the computer has no WebGL. */
  readonly onFailure?: (error: unknown) => void;
  readonly onClick?: (event: PlotMouseEvent) => void;
  readonly onHover?: (event: PlotMouseEvent) => void;
  readonly onUnhover?: () => void;
  /** What the lasso or box holds; null when the selection was dropped. */
  readonly onSelected?: (event: PlotSelectionEvent | null) => void;
  readonly onRelayout?: (event: PlotRelayoutEvent) => void;
}

/** What was applied since the last drawing, so that only what differs is applied again. */
type Applied = Map<string, unknown>;

const applyRestyle = async (
  { plotly, element }: PlotHandle,
  applied: Applied,
  changes: readonly Restyle[],
): Promise<void> => {
  for (const { update, traces = element.data.map((_, i) => i) } of changes) {
    for (const [key, value] of Object.entries(update)) {
      const of = (i: number): unknown => (Array.isArray(value) ? value[i % value.length] : value);
      const stale = traces.map((_, i) => i).filter((i) => applied.get(`${key} ${traces[i]}`) !== of(i));
      if (stale.length === 0) continue;
      for (const i of stale) applied.set(`${key} ${traces[i]}`, of(i));
      await plotly.restyle(
        element,
        { [key]: stale.map(of) } as never,
        stale.map((i) => traces[i]!),
      );
    }
  }
};

/** plotly.js inside React: draws, redraws what changed, follows its box, and lets go of everything when it leaves. */
export const Plot = (props: PlotProps) => {
  const { data, layout, config, summary, restyle, className } = props;
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<PlotHandle | null>(null);
  /** Drawing steps follow each other: Plotly does not like to be asked twice at once. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const applied = useRef<Applied>(new Map());
  /** A redraw tells of selections that went with the old drawing; nobody let go of them. */
  const redrawing = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  const enqueue = useRef((step: (live: PlotHandle) => unknown) => {
    queue.current = queue.current
      .then(() => (handle.current === null ? undefined : step(handle.current)))
      .catch((error: unknown) => latest.current.onFailure?.(error));
  }).current;

  useEffect(() => {
    const host = box.current!;
    let gone = false;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width < 1 || height < 1) return;
      enqueue(({ plotly, element }) => {
        const full = (element as unknown as { _fullLayout?: { width: number; height: number } })._fullLayout;
        if (full?.width === width && full.height === height) return undefined;
        return plotly.relayout(element, { width, height });
      });
    });
    queue.current = loadPlotly()
      .then(async (plotly) => {
        if (gone) return;
        const size = { width: host.clientWidth, height: host.clientHeight };
        const now = latest.current;
        const element = await plotly.newPlot(
          host,
          [...now.data],
          { ...now.layout, ...size },
          { ...baseConfig, ...now.config },
        );
        if (gone) {
          plotly.purge(host);
          return;
        }
        handle.current = { plotly, element };
        element.on('plotly_click', (event) => latest.current.onClick?.(event));
        element.on('plotly_hover', (event) => latest.current.onHover?.(event));
        element.on('plotly_unhover', () => latest.current.onUnhover?.());
        element.on('plotly_selected', (event) => {
          if (!redrawing.current) latest.current.onSelected?.(event ?? null);
        });
        element.on('plotly_deselect', () => {
          if (!redrawing.current) latest.current.onSelected?.(null);
        });
        element.on('plotly_relayout', (event) => latest.current.onRelayout?.(event));
        applied.current.clear();
        await applyRestyle(handle.current, applied.current, latest.current.restyle ?? []);
        latest.current.onReady?.(handle.current);
        observer.observe(host);
      })
      .catch((error: unknown) => latest.current.onFailure?.(error));
    return () => {
      gone = true;
      observer.disconnect();
      handle.current?.plotly.purge(host);
      handle.current = null;
    };
  }, [enqueue]);

  const drawn = useRef(false);
  useLayoutEffect(() => {
    // The first drawing is newPlot's.
    if (!drawn.current) {
      drawn.current = true;
      return;
    }
    enqueue(async (live) => {
      const host = box.current;
      if (host === null) return;
      const size = { width: host.clientWidth, height: host.clientHeight };
      redrawing.current = true;
      try {
        await live.plotly.react(live.element, [...data], { ...layout, ...size }, { ...baseConfig, ...config });
        applied.current.clear();
        await applyRestyle(live, applied.current, latest.current.restyle ?? []);
      } finally {
        redrawing.current = false;
      }
    });
  }, [data, layout, config, enqueue]);

  useLayoutEffect(() => {
    if (restyle !== undefined) enqueue((live) => applyRestyle(live, applied.current, restyle));
  }, [restyle, enqueue]);

  return <div ref={box} role="img" aria-label={summary} className={className} style={props.style} />;
};
