import { useState } from 'react';
import { useProjectQuery } from '../../client/queries.ts';

const pageSize = 50;

/** The first of a long list, and more of it when asked for. */
export const useFirst = <Item>(
  key: string,
  ask: (page: { offset: number; limit: number }, signal: AbortSignal) => Promise<{ total: number; items: Item[] }>,
) => {
  const [pages, setPages] = useState(1);
  const query = useProjectQuery([key, pages], async (signal) => {
    const items: Item[] = [];
    let total = 0;
    for (let page = 0; page < pages; page += 1) {
      const found = await ask({ offset: page * pageSize, limit: pageSize }, signal);
      items.push(...found.items);
      total = found.total;
    }
    return { total, items };
  });
  return { ...query, more: () => setPages((count) => count + 1) };
};
