import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { ChartTableData } from '../../charts/ChartTable.tsx';
import { typicalValueText, word } from '../../charts/words.ts';
import { format, tell } from '../../client/words.ts';
import type { MapData } from './use-map-data.ts';

/** What a map says, as a table: each segment with how many it has and its middle in each fact. */
export const mapTable = (segmentation: Segmentation, { values }: MapData, caption: string): ChartTableData => ({
  caption,
  head: [
    word('segments.column.segment'),
    word('segments.column.customers'),
    ...values.map(({ feature }) => word('map.table.typical', { feature: tell(feature.name) })),
  ],
  rows: segmentation.segments.map(({ name, size, profile }) => [
    tell(name),
    format.number(size),
    ...values.map(({ feature }) =>
      typicalValueText(profile.find((one) => one.feature === feature.key)?.median, feature),
    ),
  ]),
});
