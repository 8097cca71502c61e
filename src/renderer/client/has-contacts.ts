import { api } from './api.ts';
import { useProjectQuery } from './queries.ts';

/** Whether the files name or address anybody; null while that is not known. */
export const useHasContacts = (): boolean | null => {
  const { data } = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal }));
  return data?.some(({ columns }) => columns.some(({ role }) => role === 'name' || role === 'email')) ?? null;
};
