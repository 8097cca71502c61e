import { expect, it } from 'vitest';
import { pseudonymNumber } from '../../../src/renderer/client/pseudonym.ts';

it('stands for the same customer always, and for another by another salt', () => {
  expect(pseudonymNumber('M-10001', 7)).toBe(pseudonymNumber(' m-10001 ', 7));
  expect(pseudonymNumber('M-10001', 7)).not.toBe(pseudonymNumber('M-10001', 8));
});

it('has six digits, hardly any twice, and none in a row for keys in a row', () => {
  const numbers = Array.from({ length: 3_000 }, (_, i) => pseudonymNumber(`M-${10_001 + i}`, 7));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(100_000);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(999_999);
  expect(new Set(numbers).size).toBeGreaterThan(2_980);
  expect(numbers.filter((one, i) => i > 0 && Math.abs(one - numbers[i - 1]!) < 10).length).toBeLessThan(10);
});
