import type { Levels } from '../../../shared/engine/features/customer-lines.ts';
import { columnsWhere } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, type LevelColumn, manyColumns, oneColumn } from './definition.ts';
import { columnsByPlace, distinctLevels, heaviest } from './per-level.ts';
import { type Setting, spoken } from './setting.ts';

const most = 5;

/** The channel of an order: the first that one of its lines names; −1 where none does. */
const channelOf = ({ orders }: FeatureData, { codes }: Levels, order: number): number => {
  for (let line = orders.lines[order]!; line < orders.lines[order + 1]!; line += 1)
    if (codes[line]! >= 0) return codes[line]!;
  return -1;
};

const mix =
  (name: string) =>
  (data: FeatureData): Promise<LevelColumn[]> => {
    const levels = data.lines.levels.get(name)!;
    const top = heaviest(levels, null, most);
    return columnsByPlace(top, levels.names, data, (row, out) => {
      let count = 0;
      for (let order = data.orders.offsets[row]!; order < data.orders.offsets[row + 1]!; order += 1) {
        const channel = channelOf(data, levels, order);
        if (channel < 0) continue;
        out[top.place[channel]!]! += 1;
        count += 1;
      }
      for (let place = 0; place < out.length; place += 1) out[place] = count > 0 ? out[place]! / count : Number.NaN;
    });
  };

/** Which channel the first or the last order came by; of two on one day the one with the lower or higher number. */
const atEnd =
  (name: string, end: 'first' | 'last') =>
  (data: FeatureData): Promise<LevelColumn[]> => {
    const { orders, lines } = data;
    const levels = lines.levels.get(name)!;
    const top = heaviest(levels, null, most);
    return columnsByPlace(top, levels.names, data, (row, out) => {
      let found = -1;
      let day = 0;
      for (let order = orders.offsets[row]!; order < orders.offsets[row + 1]!; order += 1) {
        const channel = channelOf(data, levels, order);
        if (channel < 0) continue;
        const on = orders.day[order]!;
        if (found >= 0 && (end === 'first' ? on >= day : on < day)) continue;
        found = channel;
        day = on;
      }
      if (found < 0) out.fill(Number.NaN);
      else out[top.place[found]!] = 1;
    });
  };

const since =
  (name: string) =>
  (data: FeatureData): Promise<LevelColumn[]> => {
    const { lines, asOf } = data;
    const levels = lines.levels.get(name)!;
    const top = heaviest(levels, null, most);
    return columnsByPlace(top, levels.names, data, (row, out) => {
      out.fill(Number.NaN);
      for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) {
        if (levels.codes[i]! < 0) continue;
        const place = top.place[levels.codes[i]!]!;
        const days = asOf! - lines.day[i]!;
        if (!(out[place]! <= days)) out[place] = days;
      }
    });
  };

/** By which channels orders come: shares, the first, the last, how long since each. */
export const channelFeatures = ({ at, asOf }: Setting): FeatureDefinition[] =>
  columnsWhere(at.orders, ({ role }) => role === 'channel').flatMap(({ column: { name } }) => {
    const values = { column: name, level: null, asOf };
    const needs = ['lines', `level:${name}`] as const;
    return [
      manyColumns(spoken('channels', 'channelMix', 'share', values, name), needs, mix(name)),
      oneColumn(spoken('channels', 'distinctChannels', 'count', { column: name }, name), needs, ({ lines, each }) =>
        distinctLevels(lines, lines.levels.get(name)!, each),
      ),
      manyColumns(spoken('channels', 'firstChannel', 'number', values, name), needs, atEnd(name, 'first')),
      manyColumns(spoken('channels', 'lastChannel', 'number', values, name), needs, atEnd(name, 'last')),
      manyColumns(spoken('channels', 'daysSinceChannel', 'days', values, name), needs, since(name)),
    ];
  });
