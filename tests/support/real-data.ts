import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const folder = join(import.meta.dirname, '../../../shared/data');
const hasRealData = existsSync(folder);
export const realData = (...parts: string[]): string => join(folder, ...parts);

/** Tests over the real data with known answers; passed over, saying so, where the folder is absent. */
export const describeRealData = (name: string, body: () => void): void => {
  describe.skipIf(!hasRealData)(hasRealData ? name : `${name} (real data absent)`, () => body());
};
