import { it } from 'vitest';
import { seeAll, walkTimeout } from './see-all.ts';

it(
  'every screen, light in a wide window, speaks plainly, fits and can be used by everybody',
  { timeout: walkTimeout },
  () => seeAll({ colorScheme: 'light', viewport: { width: 1440, height: 900 } }),
);
