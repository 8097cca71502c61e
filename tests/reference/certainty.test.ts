import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { assignPairs } from '../../src/shared/engine/explain/assign.ts';
import { centerDistances } from '../../src/shared/engine/explain/center-distances.ts';
import { segmentCenters } from '../../src/shared/engine/explain/segment-centers.ts';
import { certaintyOf, surenessOf } from '../../src/shared/engine/explain/sureness.ts';
import { matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import { pickRows } from '../../src/shared/engine/sample.ts';
import type { Certainty } from '../../src/shared/model/explanation.ts';
import { clusterMatrix } from '../support/cluster-matrix.ts';
import { describeRealData, realData } from '../support/real-data.ts';

const rounds = 6;

describeRealData('How sure a customer is of its segment', () => {
  it.each([
    ['s2', 15],
    ['wine', 3],
  ] as const)('%s: the surer, the more often it stays when segments are found anew', (name, k) => {
    const lines = gunzipSync(readFileSync(realData(`clusterbench/${name}.data.gz`)))
      .toString()
      .trim()
      .split('\n');
    const matrix = standardise(matrixFromRows(lines.map((line) => line.trim().split(/\s+/).map(Number))));
    const { rows } = matrix;
    const find = (of: typeof matrix, seed: number): Int32Array =>
      clusterMatrix({ matrix: of, method: 'kmeans', k, scale: 'none', seed }, silent).labels;
    const labels = find(matrix, 1);
    const { own, other } = centerDistances(matrix, labels, segmentCenters(matrix, labels, k, silent).centers, silent);
    const stayed: Record<Certainty, number> = { sure: 0, fairlySure: 0, onTheEdge: 0 };
    const all: Record<Certainty, number> = { sure: 0, fairlySure: 0, onTheEdge: 0 };
    const random = createRandom(7);
    for (let round = 1; round <= rounds; round += 1) {
      const drawn = pickRows(
        matrix,
        Int32Array.from({ length: rows }, () => Math.floor(random() * rows)),
      );
      const { centers } = segmentCenters(drawn, find(drawn, round), k, silent);
      // Nobody is in a segment yet: the nearest centre is the “other” one.
      const { runnerUp } = centerDistances(matrix, new Int32Array(rows).fill(-1), centers, silent);
      const costs = new Float64Array(k * k);
      for (let row = 0; row < rows; row += 1) costs[labels[row]! * k + runnerUp[row]!]! -= 1;
      const pairs = assignPairs({ rows: k, columns: k, costs, alone: 0 });
      for (let row = 0; row < rows; row += 1) {
        const word = certaintyOf(surenessOf(own[row]!, other[row]!));
        all[word] += 1;
        if (pairs[labels[row]!] === runnerUp[row]) stayed[word] += 1;
      }
    }
    const share = (word: Certainty): number => stayed[word] / all[word];
    expect(share('sure')).toBeGreaterThan(0.98);
    expect(share('fairlySure')).toBeGreaterThan(0.9);
    expect(share('onTheEdge')).toBeLessThan(share('fairlySure') - 0.03);
    expect(share('fairlySure')).toBeLessThanOrEqual(share('sure'));
  });
});
