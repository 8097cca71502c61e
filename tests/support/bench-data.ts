import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Matrix, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { realData } from './real-data.ts';

const lines = (file: string): string[] =>
  gunzipSync(readFileSync(realData('clusterbench', file)))
    .toString()
    .trim()
    .split('\n');

/** The points of a set of clusterbench, as they are. */
export const benchPoints = (name: string): Matrix =>
  matrixFromRows(lines(`${name}.data.gz`).map((line) => line.trim().split(/\s+/).map(Number)));

/** Its true labels. */
export const benchLabels = (name: string): Int32Array => Int32Array.from(lines(`${name}.labels0.gz`), Number);
