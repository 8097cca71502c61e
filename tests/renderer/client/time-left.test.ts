import { expect, it } from 'vitest';
import { createTimeLeft, secondsLeft } from '../../../src/renderer/client/time-left.ts';

it('tells what is left by how fast it went, once that says something', () => {
  expect(secondsLeft(0.25, 10_000)).toBe(30);
  expect(secondsLeft(0.01, 10_000)).toBeNull();
  expect(secondsLeft(0.5, 200)).toBeNull();
  expect(secondsLeft(1, 10_000)).toBeNull();
});

/** A job of two stages, the second three times as slow as the first, told four times a second. */
const told = () => {
  const left = createTimeLeft(0);
  return Array.from({ length: 4 * 40 }, (_, i) => {
    const at = i * 250;
    return { at, left: left(at < 10_000 ? at / 20_000 : 0.5 + (at - 10_000) / 60_000, at) };
  });
};

it('does not jump about where one stage is slower than another, and comes to the truth', () => {
  const shown = told().filter((one): one is { at: number; left: number } => one.left !== null);
  expect(shown.length).toBeGreaterThan(140);
  const steps = shown.slice(1).map((one, i) => Math.abs(one.left - shown[i]!.left));
  expect(Math.max(...steps)).toBeLessThan(1);
  expect(shown.at(-1)!.left).toBeLessThan(6);
  expect(shown.at(-1)!.left).toBeGreaterThanOrEqual(0);
});

it('counts down evenly where a job goes evenly', () => {
  const left = createTimeLeft(0);
  const shown = [2, 4, 6, 8].map((second) => left(second / 10, second * 1000)!);
  expect(shown.map((one) => Math.round(one))).toEqual([8, 6, 4, 2]);
});
