import { type CustomerFilter, customerFilterSchema } from '../../../shared/model/customer-view.ts';
import type { Certainty } from '../../../shared/model/explanation.ts';
import type { OwnSegment } from '../../../shared/model/own-segment.ts';
import { noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { format, t, tell } from '../../client/words.ts';
import { type CellFilter, filterText, type Question } from '../../components/row-filters.ts';
import type { CustomerField } from './customer-fields.ts';

export const certainties = ['sure', 'fairlySure', 'onTheEdge'] as const satisfies Certainty[];

/** What can be asked of a column by typing. */
export const questionsOfField = ({ id, feature }: CustomerField): readonly Question[] => {
  if (feature !== null) return ['between', 'equals', 'empty', 'filled'];
  return id === 'key' ? ['contains', 'equals'] : ['contains', 'equals', 'empty', 'filled'];
};

/** Filters that are typed in, by the column they are of. */
export const typedFilter = (filters: readonly CustomerFilter[], id: string): CellFilter | undefined => {
  const found = filters.find((filter) => 'column' in filter && filter.column === id);
  return found as CellFilter | undefined;
};

/** The filters with another one for a column, or without one. */
export const withTyped = (
  filters: readonly CustomerFilter[],
  id: string,
  filter: CellFilter | null,
): CustomerFilter[] => {
  const others = filters.filter((one) => !('column' in one && one.column === id));
  const made = filter === null ? null : customerFilterSchema.safeParse(filter);
  return made?.success ? [...others, made.data] : others;
};

/** The same for filters by ticking. */
export const withTicked = (
  filters: readonly CustomerFilter[],
  test: 'segments' | 'own' | 'certainty',
  filter: CustomerFilter | null,
): CustomerFilter[] => [...filters.filter((one) => one.test !== test), ...(filter === null ? [] : [filter])];

interface Names {
  readonly fields: readonly CustomerField[];
  readonly segmentation: Segmentation | null;
  readonly own: readonly OwnSegment[];
}

/** A filter in words: “Total spent from 10 to 20”. */
export const customerFilterText = (filter: CustomerFilter, { fields, segmentation, own }: Names): string => {
  switch (filter.test) {
    case 'segments': {
      const names = filter.ids.flatMap((id) => {
        if (id === noSegmentId) return [t('trust.none')];
        const found = segmentation?.segments.find((one) => one.id === id);
        return found ? [tell(found.name)] : [];
      });
      return t('customers.where.in', { names: format.list(names) });
    }
    case 'own':
      return t('customers.where.in', {
        names: format.list(own.filter(({ id }) => filter.ids.includes(id)).map(({ name }) => name)),
      });
    case 'certainty':
      return t('customers.where.sureness', {
        list: format.list(filter.any.map((one) => t(`customers.sureness.${one}`))),
      });
    default: {
      const field = fields.find(({ id }) => id === filter.column);
      return filterText(filter, field?.feature ? 'decimal' : 'text', field?.label ?? filter.column);
    }
  }
};
