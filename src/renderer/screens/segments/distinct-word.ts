/** How distinct segments are, after Kaufman & Rousseeuw (1990), from their mean silhouette. */
export const distinctBands = [
  { key: 'together', from: 0, to: 0.25 },
  { key: 'partly', from: 0.25, to: 0.5 },
  { key: 'well', from: 0.5, to: 0.7 },
  { key: 'far', from: 0.7, to: 1 },
] as const;

export const distinctBandOf = (silhouette: number): (typeof distinctBands)[number] =>
  distinctBands.findLast(({ from }) => silhouette >= from) ?? distinctBands[0];
