/// <reference path="./plotly-modules.d.ts" />
export type Plotly = typeof import('plotly.js/lib/core');

let loading: Promise<Plotly> | null = null;

const fetchParts = async (): Promise<Plotly> => {
  const [core, heatmap, scattergl] = await Promise.all([
    import('plotly.js/lib/core'),
    import('plotly.js/lib/heatmap'),
    // The plain scattergl compiles its shaders with eval, which our content policy forbids.
    import('plotly.js/src/traces/scattergl/strict'),
  ]);
  const plotly = ('default' in core ? core.default : core) as Plotly;
  plotly.register([heatmap, scattergl].map((part) => ('default' in part ? part.default : part)) as never);
  return plotly;
};

/** plotly.js with the traces we draw with, loaded when the first picture is shown. */
export const loadPlotly = (): Promise<Plotly> => {
  loading ??= fetchParts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
};
