import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryClient } from '../client/queries.ts';

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
export type FetchPage<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<Page<Row>>;

export const pageSize = 200;

/** Offsets of the pages that hold the rows from first to last; the first page is always among them, for the total. */
export const offsetsOf = (first: number, last: number, total: number): number[] => {
  const offsets = new Set([0]);
  const end = Math.min(last, Math.max(0, total - 1));
  for (let offset = Math.floor(first / pageSize) * pageSize; offset <= end; offset += pageSize) offsets.add(offset);
  return [...offsets];
};

/**
 * Rows by index, fetched by page as they come into view. While a new key is asked, the page of the same place under the
 * old key stands in, so that sorting and searching do not flicker.
 */
export const usePages = <Row>(
  key: readonly unknown[],
  fetchPage: FetchPage<Row>,
  range: { first: number; last: number },
) => {
  const name = JSON.stringify(key);
  const known = useRef({ name, key, before: key, total: 0 });
  if (known.current.name !== name) known.current = { name, key, before: known.current.key, total: known.current.total };
  const { before } = known.current;
  const offsets = offsetsOf(range.first, range.last, known.current.total);
  const pages = useQueries({
    queries: offsets.map((offset) => ({
      queryKey: [...key, offset],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(offset, pageSize, signal),
      placeholderData: () => queryClient.getQueryData<Page<Row>>([...before, offset]),
      gcTime: 60_000,
    })),
  });
  const byOffset = new Map(offsets.map((offset, i) => [offset, pages[i]?.data]));
  const total = pages[0]?.data?.total ?? known.current.total;
  useEffect(() => {
    known.current.total = total;
  }, [total]);
  return {
    total,
    rowAt: (index: number): Row | undefined =>
      byOffset.get(Math.floor(index / pageSize) * pageSize)?.rows[index % pageSize],
    /** All that is seen is there and belongs to this key. */
    settled: pages.every((page) => !page.isFetching && !page.isPlaceholderData),
    error: pages.find((page) => page.error)?.error ?? null,
    /** Asks again for what could not be had. */
    retry: () => {
      for (const page of pages) if (page.error) void page.refetch();
    },
  };
};
