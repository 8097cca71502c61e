import { it } from 'vitest';
import { seeAll, walkTimeout } from './see-all.ts';

it(
  'every screen, dark in a small window, speaks plainly, fits and can be used by everybody',
  { timeout: walkTimeout },
  () => seeAll({ colorScheme: 'dark', viewport: { width: 1024, height: 700 } }),
);
