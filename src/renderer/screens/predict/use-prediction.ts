import { isCancelled } from '../../../shared/errors.ts';
import type { CustomerPredictionRequest, KeptPrediction, OutlookOf } from '../../../shared/model/prediction.ts';
import { api } from '../../client/api.ts';
import { useKeptReport } from '../../client/kept-report.ts';
import { look } from '../../client/look.ts';
import { notifyError } from '../../client/notify.ts';
import { queryClient, useProjectQuery } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t } from '../../client/words.ts';

export type Asked = KeptPrediction['asked'];

const predict = async (asked: Partial<CustomerPredictionRequest>, signal?: AbortSignal): Promise<void> => {
  await look(t('ahead.job'), () => api.predict.customers(asked), signal);
  await queryClient.invalidateQueries({ queryKey: ['predict.last'] });
  await queryClient.invalidateQueries({ queryKey: ['predict.people'] });
};

/** The last look ahead, and a newer one as soon as the project changed. */
export const usePrediction = () => {
  const query = useProjectQuery(['predict.last'], (signal) => api.predict.last(undefined, { signal }));
  const asked = query.data?.asked;
  return useKeptReport(
    query,
    ({ current }) => current,
    () => predict(asked ?? {}),
  );
};

/** Who goes on dragging means the last place, not those on the way. */
const settleMs = 250;
let asking: AbortController | null = null;

/** Looks ahead in another way; what was asked before this is not wanted any more. */
export const predictAnew = async (asked: Asked): Promise<void> => {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  if (own.signal.aborted) return;
  try {
    await predict(asked, own.signal);
  } catch (error) {
    const known = toAppError(error);
    if (!isCancelled(known)) notifyError(known);
  }
};

/** How many of a group are named. */
const named = 12;

/** Who is in a group; nothing is asked for null. */
export const usePeople = (of: OutlookOf | null) =>
  useProjectQuery(['predict.people', of], (signal) => api.predict.people({ of: of!, limit: named }, { signal }), {
    enabled: of !== null,
    keep: false,
  });
