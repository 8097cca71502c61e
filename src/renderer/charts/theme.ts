import type { Layout, LayoutAxis } from 'plotly.js';

export interface ChartTheme {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly line: string;
  readonly accent: string;
}

const light: ChartTheme = {
  ground: '#FFFFFF',
  ink: '#1D2127',
  muted: '#5B626C',
  grid: '#EFECE6',
  line: '#A3A8B0',
  accent: '#0F6B6B',
};
const dark: ChartTheme = {
  ground: '#1B1E23',
  ink: '#E8E6E1',
  muted: '#A9ADB4',
  grid: '#2A2E35',
  line: '#6C727C',
  accent: '#4FB3B3',
};

export const chartTheme = (scheme: 'light' | 'dark'): ChartTheme => (scheme === 'dark' ? dark : light);

/** Decimal sign and thousands sign of a locale, as Plotly wants them. */
const separatorsOf = (locale: string): string => {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return of('decimal', '.') + of('group', ',');
};

const fontFamily = '"Inter Variable", Inter, system-ui, sans-serif';

/** What all our pictures have in common. The ground is see-through: the card behind it has the colour. */
export const baseLayout = (theme: ChartTheme, locale: string): Partial<Layout> => ({
  paper_bgcolor: 'rgba(0,0,0,0)',
  plot_bgcolor: 'rgba(0,0,0,0)',
  font: { family: fontFamily, size: 13, color: theme.ink },
  separators: separatorsOf(locale),
  showlegend: false,
  hovermode: 'closest',
  dragmode: false,
  margin: { l: 64, r: 16, t: 12, b: 48 },
  hoverlabel: {
    bgcolor: theme.ink,
    bordercolor: theme.ink,
    font: { family: fontFamily, size: 13, color: theme.ground },
    align: 'left',
  },
});

export const baseAxis = (theme: ChartTheme): Partial<LayoutAxis> => ({
  gridcolor: theme.grid,
  zeroline: false,
  showline: false,
  ticks: '',
  tickfont: { size: 12, color: theme.muted },
  automargin: false,
  fixedrange: true,
});
