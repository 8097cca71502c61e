import * as z from 'zod';
import type { CustomerColumns } from '../../../shared/model/customer.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { t, tell } from '../../client/words.ts';

/** Something that the table can show of every customer. */
export interface CustomerField {
  /** `key`, `name`, `email`, `segment`, `sureness`, or the key of a fact. */
  readonly id: string;
  readonly label: string;
  /** Null where it is no fact. */
  readonly feature: Feature | null;
  /** Whether it is shown unless somebody says otherwise. */
  readonly usual: boolean;
}

/** Which columns somebody likes, and in which order. What is not named is as usual. */
export const fieldChoiceSchema = z.object({
  order: z.array(z.string()).max(1_000),
  shown: z.record(z.string(), z.boolean()),
});
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;
export const usualChoice: FieldChoice = { order: [], shown: {} };

/** Everything that is known of customers, in the usual order. */
export const fieldsOf = (columns: CustomerColumns, segmentation: Segmentation | null): CustomerField[] => {
  const field = (id: string, label: string, usual = true): CustomerField => ({ id, label, feature: null, usual });
  return [
    field('key', t('customers.key')),
    ...(columns.name ? [field('name', t('customers.name'))] : []),
    ...(segmentation === null ? [] : [field('segment', t('customers.segment'))]),
    ...columns.features.map((feature) => ({
      id: feature.key,
      label: tell(feature.name),
      feature,
      usual: columns.used.length === 0 || columns.used.includes(feature.key),
    })),
    ...(columns.sureness ? [field('sureness', t('customers.sureness'), false)] : []),
    ...(columns.email ? [field('email', t('customers.email'))] : []),
  ];
};

/** The fields in somebody's order; new ones stand where they usually do, after the one before them. */
export const orderedFields = (fields: readonly CustomerField[], { order }: FieldChoice): CustomerField[] => {
  const known = order.flatMap((id) => fields.find((field) => field.id === id) ?? []);
  const result = [...known];
  fields.forEach((field, at) => {
    if (order.includes(field.id)) return;
    const before = fields[at - 1];
    const place = before === undefined ? 0 : result.indexOf(before) + 1;
    result.splice(place, 0, field);
  });
  return result;
};

export const isShown = (field: CustomerField, { shown }: FieldChoice): boolean => shown[field.id] ?? field.usual;

/** The columns of the table; the customer itself where somebody has put all of them away. */
export const shownFields = (fields: readonly CustomerField[], choice: FieldChoice): CustomerField[] => {
  const shown = orderedFields(fields, choice).filter((field) => isShown(field, choice));
  return shown.length > 0 ? shown : fields.slice(0, 1);
};

/** One field a place up or down. */
export const moved = (fields: readonly CustomerField[], choice: FieldChoice, id: string, by: -1 | 1): FieldChoice => {
  const order = orderedFields(fields, choice).map((field) => field.id);
  const at = order.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return choice;
  order.splice(at, 1);
  order.splice(to, 0, id);
  return { ...choice, order };
};
