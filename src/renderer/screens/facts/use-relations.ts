import type { FactRelations } from '../../../shared/model/fact-relations.ts';
import { api } from '../../client/api.ts';
import { look } from '../../client/look.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';

/** How facts go together and what is missing; looked up once for each choice of facts. */
export const useRelations = (snapshotId: number, features: readonly string[], segmentationId: number | null) =>
  useProjectQuery<FactRelations>(
    ['features.relations', snapshotId, features, segmentationId],
    (signal) =>
      look(
        t('factPicture.together.job'),
        () =>
          api.features.relations({
            snapshotId,
            features: [...features],
            ...(segmentationId === null ? {} : { segmentationId }),
          }),
        signal,
      ),
    { enabled: features.length > 0 },
  );
