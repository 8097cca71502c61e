import { create } from 'zustand';
import type { CustomerFilter, CustomerSort, CustomerView } from '../../shared/model/customer-view.ts';
import { writeRowBits } from '../../shared/table/row-bits.ts';
import { goTo } from './navigation.ts';
import { hasSelection, type Selection, useSelection } from './selection.ts';

/** Those who were selected when somebody wanted to see only them. */
export type Only = Pick<Selection, 'segmentIds' | 'rows'>;

/** What the customers' table shows, as long as the app is open: one comes back to it as it was left. */
export interface CustomersView {
  /** Which project and segmentation it is of: rows and segments mean nothing in another. */
  readonly of: string;
  readonly search: string;
  readonly filters: readonly CustomerFilter[];
  readonly sort: CustomerSort | null;
  readonly only: Only | null;
}
export type CustomersViewChange = Partial<Omit<CustomersView, 'of'>>;

const everybody: CustomersView = { of: '', search: '', filters: [], sort: null, only: null };
const store = create<CustomersView>(() => everybody);

export const useCustomersView = (of: string): CustomersView => store((view) => (view.of === of ? view : everybody));

/** An order outlasts a new segmentation, what was chosen does not. */
export const changeCustomersView = (of: string, change: CustomersViewChange): void =>
  store.setState((now) => ({ ...(now.of === of ? now : { ...everybody, sort: now.sort }), of, ...change }));

/** Shows everybody again, in the order as it is. */
export const showEverybody = (of: string): void => changeCustomersView(of, { search: '', filters: [], only: null });

/** What is selected now, for `only`; null where nothing is. */
export const selectedNow = (): Only | null => {
  const { segmentIds, rows } = useSelection.getState();
  return hasSelection(useSelection.getState()) ? { segmentIds, rows } : null;
};

const numbers = new WeakMap<Uint32Array, number>();
let lastNumber = 0;
/** Names a selection where its rows would be too many, e.g. in the key of a question. */
export const numberOfRows = (rows: Uint32Array | null): number => {
  if (rows === null) return 0;
  const known = numbers.get(rows);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(rows, lastNumber);
  return lastNumber;
};

/** What tells one view from another, in few letters. */
export const viewKey = ({ search, filters, sort, only }: CustomersView): readonly unknown[] => [
  search.trim(),
  filters,
  sort,
  only === null ? null : [only.segmentIds, numberOfRows(only.rows)],
];

const written = new WeakMap<Uint32Array, string>();
/** Rows as they travel; written once for as often as they are asked about. */
export const bitsOf = (rows: Uint32Array): string => {
  const known = written.get(rows) ?? writeRowBits(rows);
  written.set(rows, known);
  return known;
};

/** As the services are asked. */
export const askedView = (
  { search, filters, sort, only }: CustomersView,
  segmentationId: number | undefined,
): CustomerView => ({
  ...(segmentationId === undefined ? {} : { segmentationId }),
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(filters.length === 0 ? {} : { filters: [...filters] }),
  ...(sort === null ? {} : { sort }),
  ...(only === null ? {} : only.rows === null ? { segmentIds: [...only.segmentIds] } : { among: bitsOf(only.rows) }),
});

/** What somebody asked to see alone, until the table has heard of it. */
export const useWantedOnly = create<{ readonly only: Only | null }>(() => ({ only: null }));

/** Goes to the customers' table and shows only those who are selected. */
export const showOnlySelected = (): void => {
  useWantedOnly.setState({ only: selectedNow() });
  goTo('customers');
};
