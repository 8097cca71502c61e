import {
  type IdentityField,
  type IdentityPair,
  type IdentityRecord,
  identityFields,
} from '../../../shared/model/identity.ts';
import { format, t } from '../../client/words.ts';

/** How a record is called where one line must do. */
export const recordName = ({ key, fields }: IdentityRecord): string =>
  fields.fullName ??
  ([fields.firstName, fields.lastName].filter((part) => part !== undefined).join(' ') ||
    fields.email ||
    fields.phone ||
    key ||
    t('same.guest'));

/** What customers were compared by, each once: “name, e-mail and address”. */
export const comparedBy = (fields: readonly IdentityField[]): string =>
  format.list([...new Set(fields.map((field) => t(`same.by.${field}`)))]);

/** Fields that any of the records has, in their order. */
export const fieldsOf = (records: readonly IdentityRecord[]): IdentityField[] =>
  identityFields.filter((field) => records.some(({ fields }) => fields[field] !== undefined));

/** How likely it is that two records are one customer, in words. */
export const likelihood = (probability: number): string =>
  t(
    probability >= 0.95
      ? 'same.likely.high'
      : probability >= 0.8
        ? 'same.likely.good'
        : probability >= 0.6
          ? 'same.likely.fair'
          : 'same.likely.open',
  );

/** How much a reason weighs, 0 to 3; null where it says next to nothing. */
export const strengthOf = (bits: number): 0 | 1 | 2 | 3 | null => {
  const size = Math.abs(bits);
  return size < 0.5 ? null : size < 1.5 ? 0 : size < 4 ? 1 : size < 8 ? 2 : 3;
};

const fieldsBehind: Readonly<Record<string, readonly IdentityField[]>> = {
  name: ['firstName', 'lastName', 'fullName'],
  email: ['email'],
  phone: ['phone'],
  address: ['street', 'postalCode', 'city'],
  birthDate: ['birthDate'],
};

/** Fields in which two records say the same, however it is written: their letters need no marks. */
export const agreeingFields = ({ evidence }: IdentityPair): ReadonlySet<IdentityField> =>
  new Set(
    evidence.flatMap(({ about, level }) =>
      level === 'exact' || level === 'mailbox' ? (fieldsBehind[about] ?? []) : [],
    ),
  );

/** A field as people read it. */
export const fieldText = (field: IdentityField, text: string): string =>
  field === 'birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : text;
