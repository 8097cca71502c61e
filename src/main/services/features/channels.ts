import type { Levels } from '../../../shared/engine/features/customer-lines.ts';
import { columnsWhere } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, type LevelColumn, manyColumns, oneColumn } from './definition.ts';
import { columnsByPlace, distinctLevels, heaviest } from './per-level.ts';
import { type Setting, spoken } from './setting.ts';
import { channelsOfTables, tableChannel } from './source-channels.ts';

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

/** Channels of the orders of a customer that name one, by day, of one day by order. */
const channelsInTurn = (data: FeatureData, levels: Levels, row: number): number[] => {
  const { orders } = data;
  const found: { channel: number; day: number }[] = [];
  for (let order = orders.offsets[row]!; order < orders.offsets[row + 1]!; order += 1) {
    const channel = channelOf(data, levels, order);
    if (channel >= 0) found.push({ channel, day: orders.day[order]! });
  }
  return found.sort((a, b) => a.day - b.day).map(({ channel }) => channel);
};

const switches =
  (name: string) =>
  (data: FeatureData): Promise<Float64Array> => {
    const levels = data.lines.levels.get(name)!;
    return data.each((row) => {
      const turns = channelsInTurn(data, levels, row);
      if (turns.length === 0) return Number.NaN;
      return turns.reduce((sum, channel, i) => (i > 0 && channel !== turns[i - 1] ? sum + 1 : sum), 0);
    });
  };

/** From the first channel to the last: 1 for the way that a customer went. */
const journeys =
  (name: string) =>
  async (data: FeatureData): Promise<LevelColumn[]> => {
    const levels = data.lines.levels.get(name)!;
    const known = new Map<string, number>();
    const codes = new Int32Array(data.customerIds.length).fill(-1);
    await data.each((row) => {
      const turns = channelsInTurn(data, levels, row);
      if (turns.length === 0) return 0;
      const way = `${levels.names[turns[0]!]!} → ${levels.names[turns.at(-1)!]!}`;
      if (!known.has(way)) known.set(way, known.size);
      codes[row] = known.get(way)!;
      return 0;
    });
    const ways: Levels = { codes, names: [...known.keys()] };
    const top = heaviest(ways, null, most);
    return columnsByPlace(top, ways.names, data, (row, out) => {
      if (codes[row]! < 0) out.fill(Number.NaN);
      else out[top.place[codes[row]!]!] = 1;
    });
  };

/** Columns that name a channel, and the tables themselves where not all of them have one and they are channels. */
const channelColumns = ({ at }: Setting): string[] => {
  const named = columnsWhere(at.orders, ({ role }) => role === 'channel').map(({ column: { name } }) => name);
  const isComplete = at.orders.every(({ columns }) => columns.some(({ role }) => role === 'channel'));
  return isComplete || channelsOfTables(at.orders) === null ? named : [...named, tableChannel];
};

/** By which channels orders come: shares, the first, the last, how long since each, and the way from one to another. */
export const channelFeatures = (setting: Setting): FeatureDefinition[] =>
  channelColumns(setting).flatMap((name) => {
    // Null: it stands in no column.
    const column = name === tableChannel ? null : name;
    const values = { column, level: null, asOf: setting.asOf };
    const needs = ['lines', `level:${name}`] as const;
    return [
      manyColumns(spoken('channels', 'channelMix', 'share', values, name), needs, mix(name)),
      oneColumn(spoken('channels', 'distinctChannels', 'count', { column }, name), needs, ({ lines, each }) =>
        distinctLevels(lines, lines.levels.get(name)!, each),
      ),
      manyColumns(spoken('channels', 'firstChannel', 'number', values, name), needs, atEnd(name, 'first')),
      manyColumns(spoken('channels', 'lastChannel', 'number', values, name), needs, atEnd(name, 'last')),
      manyColumns(spoken('channels', 'daysSinceChannel', 'days', values, name), needs, since(name)),
      oneColumn(spoken('channels', 'channelSwitches', 'count', values, name), needs, switches(name)),
      manyColumns(spoken('channels', 'channelJourney', 'number', values, name), needs, journeys(name)),
    ];
  });
