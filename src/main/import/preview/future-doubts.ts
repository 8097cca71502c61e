import { type Message, message } from '../../../shared/model/message.ts';
import type { Totals } from '../../../shared/model/source.ts';
import type { TablePlan } from './plan-table.ts';

const msPerYear = 365 * 86_400_000;

/**
 * Asks about a last day more than a year after today: orders may be dated ahead, but not that far. Today is the
 * computer's, or the file's where the computer's clock is behind it.
 */
export const futureDoubts = (
  { lastDay }: Pick<Totals, 'lastDay'>,
  { survey, isMapped }: Pick<TablePlan, 'survey' | 'isMapped'>,
  now = Date.now(),
): Message[] => {
  if (isMapped || lastDay === null) return [];
  const latest = Math.max(now, survey.table.modifiedMs) + msPerYear;
  return Date.parse(lastDay) > latest ? [message('source.doubt.future', { last: lastDay })] : [];
};
