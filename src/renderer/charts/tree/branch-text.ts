import { wrapText } from '../wrap-text.ts';

const nameLetter = 6.9;

/** What stands under a branch in so many pixels: how many they are, then its name on a line or two, each where it fits. */
export const branchText = (name: string | null, count: string, width: number): string[] => {
  const letters = Math.floor(width / nameLetter);
  if (count.length > letters) return [];
  const lines = name === null || letters < 4 ? [] : wrapText(name, letters, 2);
  const whole = lines.join(' ') === name;
  return [count, ...(whole ? lines : [])];
};
