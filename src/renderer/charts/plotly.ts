export type Plotly = typeof import('plotly.js/lib/core');

let loading: Promise<Plotly> | null = null;

const fetchParts = async (): Promise<Plotly> => {
  const [core, heatmap] = await Promise.all([import('plotly.js/lib/core'), import('plotly.js/lib/heatmap')]);
  const plotly = ('default' in core ? core.default : core) as Plotly;
  plotly.register(('default' in heatmap ? heatmap.default : heatmap) as never);
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
