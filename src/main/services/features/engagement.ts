import type { CustomerLines } from '../../../shared/engine/features/customer-lines.ts';
import { columnsWhere, toldOf } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, type LevelColumn, manyColumns, oneColumn } from './definition.ts';
import { columnsByPlace, heaviest } from './per-level.ts';
import { type Setting, spoken } from './setting.ts';

const most = 8;
const recentDays = 30;

const newest = ({ offsets, day }: CustomerLines, row: number): number => {
  let last = Number.NEGATIVE_INFINITY;
  for (let i = offsets[row]!; i < offsets[row + 1]!; i += 1) last = Math.max(last, day[i]!);
  return last;
};

const counts =
  (name: string) =>
  (data: FeatureData): Promise<LevelColumn[]> => {
    const { events } = data;
    const levels = events.levels.get(name)!;
    const top = heaviest(levels, null, most);
    return columnsByPlace(top, levels.names, data, (row, out) => {
      for (let i = events.offsets[row]!; i < events.offsets[row + 1]!; i += 1)
        if (levels.codes[i]! >= 0) out[top.place[levels.codes[i]!]!]! += 1;
    });
  };

const since =
  (name: string) =>
  (data: FeatureData): Promise<LevelColumn[]> => {
    const { events, asOf } = data;
    const levels = events.levels.get(name)!;
    const top = heaviest(levels, null, most);
    return columnsByPlace(top, levels.names, data, (row, out) => {
      out.fill(Number.NaN);
      for (let i = events.offsets[row]!; i < events.offsets[row + 1]!; i += 1) {
        if (levels.codes[i]! < 0) continue;
        const place = top.place[levels.codes[i]!]!;
        const days = asOf! - events.day[i]!;
        if (!(out[place]! <= days)) out[place] = days;
      }
    });
  };

/** What somebody does beside buying: visits, opens, whatever the events are called. */
export const engagementFeatures = ({ at, asOf }: Setting): FeatureDefinition[] => {
  if (at.events.length === 0) return [];
  const { file, id } = at.events[0]!;
  const via = toldOf(at.joins.events, id);
  const kinds = columnsWhere(
    at.events,
    ({ type, role, distinct }) => type === 'category' && (role === 'none' || role === 'channel') && distinct > 1,
  );
  return [
    oneColumn(spoken('engagement', 'events', 'count', { file, ...via }), ['events'], ({ events, each }) =>
      each((row) => events.offsets[row + 1]! - events.offsets[row]!),
    ),
    oneColumn(
      spoken('engagement', 'eventsLately', 'count', { file, asOf, days: recentDays, ...via }),
      ['events'],
      ({ events, asOf: end, each }) =>
        each((row) => {
          let count = 0;
          for (let i = events.offsets[row]!; i < events.offsets[row + 1]!; i += 1)
            if (events.day[i]! > end! - recentDays) count += 1;
          return count;
        }),
    ),
    oneColumn(
      spoken('engagement', 'daysSinceEvent', 'days', { file, asOf, ...via }),
      ['events'],
      ({ events, asOf: end, each }) =>
        each((row) => (events.offsets[row] === events.offsets[row + 1] ? Number.NaN : end! - newest(events, row))),
    ),
    ...kinds.flatMap(({ column: { name } }) => {
      const values = { column: name, level: null, asOf, ...via };
      const needs = ['events', `eventLevel:${name}`] as const;
      return [
        manyColumns(spoken('engagement', 'eventCount', 'count', values, name), needs, counts(name)),
        manyColumns(spoken('engagement', 'daysSinceKind', 'days', values, name), needs, since(name)),
      ];
    }),
  ];
};
