import { describe, expect, it } from 'vitest';
import {
  historiesUntil,
  type OrderDays,
  orderDaysOf,
  ordersBetween,
} from '../../../../src/shared/engine/predict/order-days.ts';
import { predictCustomers } from '../../../../src/shared/engine/predict/predict-customers.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { isAppError } from '../../../../src/shared/errors.ts';

const firstDay = 19_000;

/** Customers of two kinds, with the days of their orders. */
const shop = (customers: number, seed: number): OrderDays => {
  const random = createRandom(seed);
  const [offsets, days, micros] = [[0], [] as number[], [] as number[]];
  for (let customer = 0; customer < customers; customer += 1) {
    const gap = customer % 2 === 0 ? 20 : 120;
    let day = firstDay + Math.floor(random() * 150);
    do {
      days.push(day);
      micros.push(Math.round((5 + 40 * random()) * 100) * 10_000);
      day += 1 + Math.floor(-Math.log(1 - random()) * gap);
    } while (day < firstDay + 500 && random() > 0.1);
    offsets.push(days.length);
  }
  return { offsets: Int32Array.from(offsets), day: Int32Array.from(days), micros: Float64Array.from(micros) };
};
const asked = { lastDay: firstDay + 499, horizonDays: 90, holdoutDays: 150, discountRate: 0.1, seed: 1 } as const;

describe('orders as days', () => {
  it('adds up what is bought on one day, in whatever order lines come', () => {
    const found = orderDaysOf({
      offsets: Int32Array.of(0, 4, 4, 5),
      day: Int32Array.of(12, 3, 12, 3, 7),
      micros: Float64Array.of(1e6, 2e6, 3e6, 4e6, 5e6),
    });
    expect([...found.offsets]).toEqual([0, 2, 2, 3]);
    expect([...found.day]).toEqual([3, 12, 7]);
    expect([...found.micros]).toEqual([6e6, 4e6, 5e6]);
    const histories = historiesUntil(found, 12);
    expect([...histories.customer]).toEqual([0, 2]);
    expect([...histories.frequency]).toEqual([1, 0]);
    expect([...histories.recency]).toEqual([9, 0]);
    expect([...histories.observed]).toEqual([9, 5]);
    expect([...histories.meanValue]).toEqual([4, 0]);
    // Before the second customer's first order there is no such customer.
    expect([...historiesUntil(found, 6).customer]).toEqual([0]);
    expect([...ordersBetween(found, Int32Array.of(0, 2), 3, 12)]).toEqual([1, 1]);
  });
});

describe('looking ahead', () => {
  it('gives the same for the same, and another model where one is named', () => {
    const orders = shop(300, 1);
    const [one, again] = [1, 2].map(() => predictCustomers({ ...asked, orders, model: 'auto' }, silent));
    expect(again).toEqual(one);
    const { holdOut, model } = one!.fitted;
    expect(holdOut.trials.map((trial) => trial.model)).toEqual(['bgnbd', 'mbgnbd', 'paretonbd']);
    const best = Math.min(...holdOut.trials.map(({ rootMeanSquare }) => rootMeanSquare));
    expect(holdOut.trials.find((trial) => trial.model === model)!.rootMeanSquare).toBe(best);
    expect(predictCustomers({ ...asked, orders, model: 'mbgnbd' }, silent).fitted.model).toBe('mbgnbd');
  });

  it('looks ahead anew with what was fitted before, and gives the same', () => {
    const orders = shop(300, 4);
    const whole = predictCustomers({ ...asked, orders, model: 'bgnbd', horizonDays: 200 }, silent);
    const { fitted } = predictCustomers({ ...asked, orders, model: 'bgnbd' }, silent);
    expect(predictCustomers({ ...asked, orders, model: 'bgnbd', horizonDays: 200, fitted }, silent)).toEqual(whole);
  });

  it('tells how it did by chance, by orders before and by week', () => {
    const orders = shop(400, 5);
    const { holdOut } = predictCustomers({ ...asked, orders, model: 'auto' }, silent).fitted;
    const all = (bins: readonly { customers: number }[]) => bins.reduce((sum, { customers }) => sum + customers, 0);
    expect(all(holdOut.reliability)).toBe(holdOut.customers);
    expect(all(holdOut.byOrdersBefore)).toBe(holdOut.customers);
    const came = holdOut.byOrdersBefore.reduce((sum, one) => sum + one.customers * one.came, 0);
    expect(came).toBeCloseTo(holdOut.came, 6);
    const chances = holdOut.reliability.map(({ expected }) => expected);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    const last = holdOut.tracking.at(-1)!;
    expect(last.day).toBe(asked.lastDay);
    // Up to the day that the models knew, all together expect what came.
    const known = holdOut.tracking.findLast(({ day }) => day <= holdOut.until)!;
    expect(Math.abs(known.expected / known.came - 1)).toBeLessThan(0.15);
    expect(last.came - known.came).toBeGreaterThan(0.8 * holdOut.came);
  });

  it('keeps what must hold: probabilities, intervals around what is expected, money', () => {
    const found = predictCustomers({ ...asked, orders: shop(300, 2), model: 'auto' }, silent);
    for (let i = 0; i < found.customer.length; i += 1) {
      expect(found.alive[i]).toBeGreaterThanOrEqual(0);
      expect(found.alive[i]).toBeLessThanOrEqual(1);
      expect(found.ordersAtAll[i]!).toBeLessThanOrEqual(Math.min(found.alive[i]!, found.orders[i]!) + 1e-9);
      expect(found.low[i]!).toBeLessThanOrEqual(found.high[i]!);
      expect(found.discountedOrders[i]!).toBeLessThan(found.orders[i]! + 1e-12);
      const { orderValue, worth, low, high } = found.worth!;
      expect(orderValue[i]).toBeGreaterThan(0);
      expect(worth[i]).toBeCloseTo(found.discountedOrders[i]! * orderValue[i]!, 9);
      expect(low[i]!).toBeLessThanOrEqual(high[i]!);
    }
    expect(found.total.low).toBeLessThan(found.total.orders);
    expect(found.total.high).toBeGreaterThan(found.total.orders);
    expect(found.worth!.total.low).toBeLessThan(found.worth!.total.expected);
    expect(found.worth!.total.high).toBeGreaterThan(found.worth!.total.expected);
  });

  it('hears nothing of what comes after the last day it is told', () => {
    const orders = shop(300, 3);
    const random = createRandom(9);
    const until = firstDay + 299;
    // Everything later is moved about within the days to come.
    const shuffled = {
      ...orders,
      day: orders.day.map((day) => (day <= until ? day : until + 1 + Math.floor(random() * 500))),
    };
    const known = ({ offsets, day, micros }: OrderDays) => historiesUntil({ offsets, day, micros }, until);
    const [one, other] = [orders, shuffled].map(known);
    expect(other).toEqual(one);
    const trialOf = (days: OrderDays, lastDay: number) =>
      predictCustomers({ ...asked, orders: days, lastDay, holdoutDays: lastDay - until, model: 'bgnbd' }, silent).fitted
        .holdOut;
    const [before, after] = [trialOf(orders, until + 200), trialOf(shuffled, until + 200)];
    // What was predicted is the same; only what came is not.
    expect(after.trials[0]!.total).toBe(before.trials[0]!.total);
    expect(after.trials[0]!.logLikelihood).toBe(before.trials[0]!.logLikelihood);
    expect(after.came).not.toBe(before.came);
  });

  it('refuses what is too little, and cancels', () => {
    const refused = (() => {
      try {
        predictCustomers({ ...asked, orders: shop(60, 1), model: 'auto' }, silent);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(isAppError(refused) && refused.code).toBe('tooFewToPredict');
    let polls = 0;
    const cancelled = () => {
      polls += 1;
      return polls > 5;
    };
    expect(() =>
      predictCustomers({ ...asked, orders: shop(300, 1), model: 'auto' }, { report: () => {}, cancelled }),
    ).toThrow('cancelled');
  });
});
