import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

/**
 * Collects garbage now. A thread that waits in shared memory allocates nothing, so that large memories it no longer
 * knows would stay for as long as it waits.
 */
export const collectGarbage = (): void => {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
};
