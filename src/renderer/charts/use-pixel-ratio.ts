import { useEffect, useState } from 'react';
import { drawnScale } from '../client/drawn-scale.ts';

/** Device pixels of a CSS pixel; another screen, or another zoom of the page, may have finer ones. */
export const usePixelRatio = (): number => {
  const [ratio, setRatio] = useState(() => globalThis.devicePixelRatio || 1);
  useEffect(() => {
    const finer = globalThis.matchMedia(`(resolution: ${ratio}dppx)`);
    const follow = () => setRatio(globalThis.devicePixelRatio || 1);
    finer.addEventListener('change', follow);
    return () => finer.removeEventListener('change', follow);
  }, [ratio]);
  return ratio * drawnScale();
};
