import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { usePreferences } from '../client/preferences.ts';

/** Stronger lines and words where the person or the system asks for them. */
export const useContrast = (): void => {
  const chosen = usePreferences((preferences) => preferences.contrast);
  const asked = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  const more = chosen === 'more' || asked;
  useEffect(() => {
    document.documentElement.dataset.contrast = more ? 'more' : 'usual';
  }, [more]);
};
