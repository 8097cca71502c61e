/**
 * Times what customers are worth, in turn with the same by numpy and scipy: `node scripts/bench-value.ts [runs]`. BG/NBD is
 * fitted to 100,000 customers; 1,000,000 are told their orders of a year and what these are worth, whole and discounted.
 * Needs Python with scipy. Customers are made up by the model's own story; days are whole, as in a shop.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bgNbd } from '../src/shared/engine/predict/beta-geometric.ts';
import { expectedOrdersOfAll } from '../src/shared/engine/predict/expected-orders.ts';
import { fitBuying } from '../src/shared/engine/predict/fit-buying.ts';
import { expectedOrderValue } from '../src/shared/engine/predict/gamma-gamma.ts';
import type { PurchaseHistories } from '../src/shared/engine/predict/purchase-histories.ts';
import { silent } from '../src/shared/engine/progress.ts';
import { simulateShop } from '../tests/support/simulate-buying.ts';

const horizon = 365;
const rate = 0.1 / 365.25;
const truth = [0.4, 30, 1.4, 3.5] as const;
const orderValue = Float64Array.of(6.25, 3.74, 15.44);

interface Shop extends PurchaseHistories {
  readonly meanValue: Float64Array;
}

const makeShop = (customers: number, seed: number): Shop => {
  const { histories } = simulateShop('bgnbd', truth, { customers, span: 730, horizon: 0, seed });
  const { frequency } = histories;
  const recency = histories.recency.map((time) => Math.ceil(time));
  return {
    frequency,
    recency,
    observed: histories.observed.map((time, i) => Math.max(Math.ceil(time), recency[i]!)),
    meanValue: frequency.map((x, i) => (x === 0 ? 0 : 10 + (i % 40))),
  };
};

const writeShop = (path: string, { frequency, recency, observed, meanValue }: Shop): void =>
  writeFileSync(
    path,
    Buffer.concat([frequency, recency, observed, meanValue].map(({ buffer }) => Buffer.from(buffer))),
  );

const worth = (shop: Shop, parameters: Float64Array, discountRate: number): number => {
  const { orders } = expectedOrdersOfAll(bgNbd, parameters, shop, { horizon, discountRate }, silent);
  let sum = 0;
  for (let i = 0; i < orders.length; i += 1)
    sum += orders[i]! * expectedOrderValue(orderValue, shop.frequency[i]!, shop.meanValue[i]!);
  return sum;
};

const timed = <Answer>(work: () => Answer): { seconds: number; answer: Answer } => {
  const began = performance.now();
  const answer = work();
  return { seconds: (performance.now() - began) / 1000, answer };
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const [fitted, valued] = [makeShop(100_000, 1), makeShop(1_000_000, 2)];
writeShop(join(folder, 'fit.f64'), fitted);
writeShop(join(folder, 'value.f64'), valued);
const peer = spawn('/usr/bin/python3', [join(import.meta.dirname, 'bench-value/peer.py'), folder], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
try {
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  const next = async <Answer>(): Promise<Answer> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('Python ended.');
    return JSON.parse(value) as Answer;
  };
  const ask = (question: unknown): Promise<{ seconds: number; answer: number | number[] }> => {
    peer.stdin.write(`${JSON.stringify(question)}\n`);
    return next();
  };
  console.log(`${cpus().length} cores of ${cpus()[0]!.model}, Node ${process.version}; ${await next<string>()}`);
  const parameters = Float64Array.from(truth);
  const asked = { buying: [...truth], value: [...orderValue], horizon, rate };
  const works = [
    {
      what: 'BG/NBD fitted to 100,000 customers',
      ours: () => [...fitBuying(bgNbd, fitted, silent).parameters],
      theirs: { what: 'fit' },
    },
    {
      what: 'worth of 1,000,000, a year',
      ours: () => worth(valued, parameters, 0),
      theirs: { ...asked, what: 'orders' },
    },
    {
      what: 'the same, discounted',
      ours: () => worth(valued, parameters, rate),
      theirs: { ...asked, what: 'discounted' },
    },
  ];
  for (const { what, ours, theirs } of works) {
    const [own, other] = [[] as number[], [] as number[]];
    let difference = 0;
    // The first turn warms both up.
    for (let run = 0; run <= runs; run += 1) {
      const [a, b] = [timed<number | number[]>(ours), await ask(theirs)];
      if (run > 0) {
        own.push(a.seconds);
        other.push(b.seconds);
      }
      const [found, expected] = [[a.answer].flat(), [b.answer].flat()];
      difference = Math.max(...found.map((value, i) => Math.abs(value / expected[i]! - 1)));
    }
    console.log(
      `${what}: ${median(own).toFixed(3)} s, scipy ${median(other).toFixed(3)} s, ${(median(other) / median(own)).toFixed(1)} × as fast; answers differ by ${difference.toExponential(1)}`,
    );
  }
  console.log(`medians of ${runs}, taking turns; ${loadavg()[0]!.toFixed(1)} waiting for a core`);
  peer.stdin.end();
} finally {
  peer.kill();
  rmSync(folder, { recursive: true, force: true });
}
