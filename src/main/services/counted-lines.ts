import { asideBit } from '../../shared/model/source.ts';

/**
 * What a line must meet to count, as SQL: a customer, a day that is not after `until`, and none of the rules that are on.
 * @param mask bits of the rules that are on
 * @param until the last ISO day that counts; null: all
 * @param ofCustomer false where it is told otherwise whose a line is
 */
export const isCounted = (mask: number, until: string | null = null, ofCustomer = true): string =>
  `_aside & ${ofCustomer ? mask : mask & ~asideBit.noCustomer} = 0 ${ofCustomer ? 'AND _customer IS NOT NULL' : ''} AND _day IS NOT NULL ${until === null ? '' : `AND _day <= '${until}'`}`;
