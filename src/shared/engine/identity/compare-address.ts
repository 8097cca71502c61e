import { editsAt } from './damerau-levenshtein.ts';
import { jaroWinklerAt } from './jaro-winkler.ts';
import type { PreparedRecords } from './prepared-records.ts';

const closeFrom = 0.92;
type Place = 'same' | 'near' | 'differs' | 'unknown';

const comparePlaces = ({ postalCode, city }: PreparedRecords, a: number, b: number): Place => {
  const codeA = postalCode.codes[a]!;
  const codeB = postalCode.codes[b]!;
  const cityA = city.codes[a]!;
  const cityB = city.codes[b]!;
  const hasCodes = codeA >= 0 && codeB >= 0;
  const hasCities = cityA >= 0 && cityB >= 0;
  if (hasCodes && codeA === codeB) return 'same';
  if (!hasCodes && !hasCities) return 'unknown';
  if (hasCities && (cityA === cityB || jaroWinklerAt(city, cityA, cityB) >= closeFrom))
    return hasCodes ? 'near' : 'same';
  return hasCodes && !hasCities && editsAt(postalCode, codeA, codeB, 1) <= 1 ? 'near' : 'differs';
};

/**
 * The level of two records' addresses: all the same, the same but for slips, the same street without number, the same
 * postal code, the same town, different; −1 where nothing can be compared. O(length²).
 */
export const compareAddress = (records: PreparedRecords, a: number, b: number): number => {
  const { street, house } = records;
  const place = comparePlaces(records, a, b);
  const streetA = street.codes[a]!;
  const streetB = street.codes[b]!;
  if (streetA >= 0 && streetB >= 0 && place !== 'differs') {
    const isClose = streetA === streetB || jaroWinklerAt(street, streetA, streetB) >= closeFrom;
    if (isClose && house.codes[a] === house.codes[b] && house.codes[a]! >= 0)
      return streetA === streetB && place === 'same' ? 0 : 1;
    if (isClose && place === 'same') return 2;
    if (place === 'unknown') return 5;
  }
  if (place === 'unknown') return -1;
  return place === 'same' ? 3 : place === 'near' ? 4 : 5;
};
