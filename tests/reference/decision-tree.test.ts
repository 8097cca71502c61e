import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findRules } from '../../src/shared/engine/explain/rules.ts';
import { columnOf, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { describeRealData, realData } from '../support/real-data.ts';
import reference from './decision-tree.json' with { type: 'json' };

const unzip = (path: string): string[] => gunzipSync(readFileSync(path)).toString().trim().split('\n');

describeRealData('Rules are as often right as scikit-learn’s trees', () => {
  it.each([
    ['wine', 'plain', 0],
    ['wine', 'balanced', 1],
    ['hepta', 'plain', 0],
    ['hepta', 'balanced', 1],
  ] as const)('%s, %s, at every depth', (name, weights, balance) => {
    const matrix = matrixFromRows(
      unzip(realData(`clusterbench/${name}.data.gz`)).map((line) => line.trim().split(/\s+/).map(Number)),
    );
    const truth = unzip(realData(`clusterbench/${name}.labels0.gz`)).map(Number);
    const least = Math.min(...truth);
    const labels = Int32Array.from(truth, (label) => label - least);
    const k = new Set(labels).size;
    const columns = Array.from({ length: matrix.columns }, (_, j) => ({
      feature: String(j),
      values: columnOf(matrix, j),
      fill: 0,
    }));
    reference.right[name][weights].forEach((right, at) => {
      const depth = at + 1;
      const options = { depth, leaves: 2 ** depth, facts: matrix.columns, leastRows: 1, leastGain: 0, leastHits: 0 };
      const { accuracy } = findRules(
        { columns, labels, k, seed: 1, options: { ...options, isRounded: false, balance } },
        silent,
      );
      expect(right, `depth ${depth}`).toContain(Math.round(accuracy * labels.length));
    });
  });
});
