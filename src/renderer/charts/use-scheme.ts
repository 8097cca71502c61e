import { useComputedColorScheme } from '@mantine/core';

/** Light or dark, as the app is shown now. */
export const useScheme = (): 'light' | 'dark' => useComputedColorScheme('light', { getInitialValueInEffect: false });
