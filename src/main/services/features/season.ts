import { usualMinute } from '../../../shared/engine/features/usual-minute.ts';
import { columnWithRole } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, manyColumns, oneColumn } from './definition.ts';
import { minuteOfDay } from './read-lines.ts';
import { type Setting, spoken } from './setting.ts';

/** 1970 began on a Thursday; 0 = Sunday. */
const isWeekend = (day: number): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};
/** 0 to 3. */
const quarterOf = (day: number): number => Math.floor(new Date(day * 86_400_000).getUTCMonth() / 3);

const quartersOf = ({ orders }: FeatureData, row: number): number[] => {
  const counts = [0, 0, 0, 0];
  for (let order = orders.offsets[row]!; order < orders.offsets[row + 1]!; order += 1)
    counts[quarterOf(orders.day[order]!)]! += 1;
  return counts;
};

/** When in the week, the day and the year somebody orders. */
export const seasonFeatures = ({ at }: Setting): FeatureDefinition[] => {
  const date = columnWithRole(at.orders, 'date');
  if (date === null) return [];
  const column = date.name;
  return [
    oneColumn(spoken('season', 'weekendShare', 'share', { column }), ['lines'], ({ orders, each }) =>
      each((row) => {
        let count = 0;
        for (let order = orders.offsets[row]!; order < orders.offsets[row + 1]!; order += 1)
          if (isWeekend(orders.day[order]!)) count += 1;
        return count / (orders.offsets[row + 1]! - orders.offsets[row]!);
      }),
    ),
    ...(date.type === 'timestamp'
      ? [
          oneColumn(
            spoken('season', 'usualHour', 'number', { column }),
            ['lines', `number:${minuteOfDay}`],
            ({ lines, orders, each }) => {
              const minutes = lines.numbers.get(minuteOfDay)!;
              return each((row) => {
                // An order counts once, however many lines it has.
                const own: number[] = [];
                for (let order = orders.offsets[row]!; order < orders.offsets[row + 1]!; order += 1)
                  own.push(minutes[orders.lines[order]!]!);
                return usualMinute(own) / 60;
              });
            },
          ),
        ]
      : []),
    manyColumns(spoken('season', 'quarterShare', 'share', { column, level: null }), ['lines'], async (data) => {
      const columns = [1, 2, 3, 4].map((quarter) => ({
        level: String(quarter),
        values: new Float64Array(data.customerIds.length),
      }));
      await data.each((row) => {
        const counts = quartersOf(data, row);
        const all = counts.reduce((sum, count) => sum + count, 0);
        columns.forEach(({ values }, quarter) => {
          values[row] = counts[quarter]! / all;
        });
        return 0;
      });
      return columns;
    }),
    oneColumn(spoken('season', 'strongestQuarter', 'number', { column }), ['lines'], (data) =>
      data.each((row) => {
        const counts = quartersOf(data, row);
        return counts.indexOf(Math.max(...counts)) + 1;
      }),
    ),
  ];
};
