import { useCallback, useMemo, useState } from 'react';
import { type AppError, isCancelled } from '../../../shared/errors.ts';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { CustomerView } from '../../../shared/model/customer-view.ts';
import { api } from '../../client/api.ts';
import { toAppError } from '../../client/to-app-error.ts';
import type { FetchPage } from '../../components/use-pages.ts';

/** What takes longer than this is shown with how far it is. */
const patienceMs = 250;

/** Pages of the customers asked for, how far their order is where that takes a while, and what went wrong. */
export const useCustomerPages = (view: CustomerView, columns: readonly string[]) => {
  const [arranging, setArranging] = useState<{ readonly of: CustomerView; readonly fraction: number } | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const fetchPage = useCallback<FetchPage<CustomerRow>>(
    async (offset, limit, signal) => {
      try {
        for (;;) {
          const page = await api.customers.page(
            { ...view, columns: [...columns], patienceMs, offset, limit },
            { signal },
          );
          if (page.arranging === null) {
            setArranging(null);
            setProblem(null);
            return page;
          }
          const fraction = page.arranging;
          setArranging((now) => ({
            of: view,
            fraction: now?.of === view ? Math.max(now.fraction, fraction) : fraction,
          }));
        }
      } catch (error) {
        const known = toAppError(error);
        if (!signal.aborted && !isCancelled(known)) setProblem(known);
        throw known;
      }
    },
    [view, columns],
  );
  return useMemo(
    () => ({ fetchPage, problem, fraction: arranging?.of === view ? arranging.fraction : null }),
    [fetchPage, problem, arranging, view],
  );
};
