import { type SetAside, setAsideReasons } from '../../shared/model/source.ts';

/** Rules of several tables as one list, in their fixed order, without those that match nothing. */
export const sumAside = (lists: readonly (readonly SetAside[])[]): SetAside[] =>
  setAsideReasons.flatMap((reason) => {
    const same = lists.flat().filter((rule) => rule.reason === reason);
    const lines = same.reduce((sum, rule) => sum + rule.lines, 0);
    const money = same.reduce((sum, rule) => sum + rule.money, 0);
    return lines === 0 ? [] : [{ reason, lines, money, on: same.some((rule) => rule.on) }];
  });
