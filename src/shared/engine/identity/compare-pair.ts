import { compareAddress } from './compare-address.ts';
import { compareBirthDate } from './compare-birth-date.ts';
import { compareEmail } from './compare-email.ts';
import { compareName } from './compare-name.ts';
import { comparePhone } from './compare-phone.ts';
import { addressStep, birthStep, emailStep, nameStep, phoneStep } from './comparison-fields.ts';
import type { PreparedRecords } from './prepared-records.ts';

/** How two records compare, all fields in one number (`patternLevels`). About a microsecond. */
export const comparePair = (records: PreparedRecords, a: number, b: number): number =>
  (compareName(records.names, a, b) + 1) * nameStep +
  (compareEmail(records, a, b) + 1) * emailStep +
  (comparePhone(records, a, b) + 1) * phoneStep +
  (compareAddress(records, a, b) + 1) * addressStep +
  (compareBirthDate(records, a, b) + 1) * birthStep;
