import { asideBit, isFurther, replacedBit, type SetAside, type SetAsideReason, setAsideReasons } from './source.ts';

/** The bits of the rules that are on, and of lines that were replaced: a line counts where it has none of them. */
export const activeMask = (kept: readonly SetAsideReason[]): number =>
  setAsideReasons.reduce((mask, reason) => (kept.includes(reason) ? mask : mask | asideBit[reason]), replacedBit);

const isReplaced = (aside: number): boolean => (aside & replacedBit) !== 0;

/** The reason that a line's bits amount to under these rules: the first that matches; null where the line counts. */
export const effectiveReason = (aside: number, kept: readonly SetAsideReason[]): SetAsideReason | null =>
  setAsideReasons.find((reason) => !kept.includes(reason) && (aside & asideBit[reason]) !== 0) ?? null;

/** Why a line does not count: a reason, or that a newer file has taken its place; null where it counts. */
export const whyNotCounted = (aside: number, kept: readonly SetAsideReason[]): SetAsideReason | 'replaced' | null =>
  isReplaced(aside) ? 'replaced' : effectiveReason(aside, kept);

/** Lines and money under one combination of reasons. */
export interface AsideCount {
  readonly mask: number;
  readonly lines: number;
  readonly money: number;
}

/** Entries of these stand only where they take something. */
const isOnDemand = (reason: SetAsideReason): boolean => isFurther(reason) || reason === 'byHand';

/**
 * One entry a reason, in their order, the further ones only where there are such lines; a switched-off rule counts the
 * lines it would take first were it on.
 */
export const sumSetAside = (counts: readonly AsideCount[], kept: readonly SetAsideReason[]): SetAside[] => {
  const all = setAsideReasons.map((reason) => {
    const others = kept.filter((other) => other !== reason);
    const mine = counts.filter(
      ({ mask }) => !isReplaced(mask) && (mask & asideBit[reason]) !== 0 && effectiveReason(mask, others) === reason,
    );
    const sum = (pick: (count: AsideCount) => number) => mine.reduce((all, one) => all + pick(one), 0);
    const money = Math.round(sum((one) => one.money) * 100) / 100;
    return { reason, lines: sum((one) => one.lines), money, on: !kept.includes(reason) };
  });
  return all.filter(({ reason, lines }) => lines > 0 || !isOnDemand(reason));
};
