import { isPlaceholder } from './is-placeholder.ts';

/** A postal code in capitals without spaces, country (“D-”) and the four further digits of an American one. O(length). */
export const normalisePostalCode = (text: string): string | null => {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/\.0$/, '')
    .replace(/^[A-Z]{1,2}-(?=\d)/, '')
    .replace(/^(\d{5})-\d{4}$/, '$1')
    .replace(/[^A-Z0-9]/g, '');
  return bare.length < 3 || isPlaceholder(bare.toLowerCase()) ? null : bare;
};
