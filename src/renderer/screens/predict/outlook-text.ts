import type { Outlook } from '../../../shared/model/prediction.ts';
import { format, t } from '../../client/words.ts';

/** Money as it is kept of a sale. */
export const earned = (worth: Outlook['worth'], margin: number): Outlook['worth'] =>
  worth === null ? null : { expected: worth.expected * margin, low: worth.low * margin, high: worth.high * margin };

/** What some customers are expected to bring, in money or, without any, in orders. */
export const expectedText = ({ worth, orders }: Outlook, margin: number): string =>
  t('ahead.expected', { money: worth !== null, value: worth === null ? orders : worth.expected * margin });

/** What would be lost with those of them who leave. */
export const stakeText = ({ worth, atStake }: Outlook, margin: number): string =>
  t('ahead.atStake', { money: worth !== null, value: worth === null ? atStake : atStake * margin });

/** What those who have probably left would bring. */
export const lostText = ({ worth, lost }: Outlook, margin: number): string =>
  t('ahead.lost', { money: worth !== null, value: worth === null ? lost : lost * margin });

/** Whole money, whatever its size: what is to come is known to no cent. */
export const wholeMoney = (value: number): string => format.money(Math.round(value));
