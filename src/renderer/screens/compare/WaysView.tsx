import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { WayResult, Ways } from '../../../shared/model/comparison.ts';
import type { KChoice, Method, Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { activateSegmentation, change, useProject, useSegmentations } from '../../client/project.ts';
import { clearSelection } from '../../client/selection.ts';
import { t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { noteUsed, tryWays, useTriedWays } from './use-ways.ts';
import { WayAgreement } from './WayAgreement.tsx';
import { WayColumns } from './WayColumns.tsx';
import { WaysChoice } from './WaysChoice.tsx';
import { wayName } from './way-words.ts';
import classes from './ways.module.css';

const Best = ({ best, ways }: Pick<Ways, 'best' | 'ways'>) =>
  best.length === 0 ? null : (
    <Panel heading={t('compare.ways.best')}>
      <ul className={classes.best}>
        {best.map(({ what, way, value }) => (
          <li key={what}>{t(`compare.ways.best.${what}`, { name: wayName(ways[way]!.method), value })}</li>
        ))}
      </ul>
    </Panel>
  );

/** What other ways make of the same customers, a column each. */
export const WaysView = ({
  segmentation,
  choice,
}: {
  readonly segmentation: Segmentation;
  readonly choice: ReactNode;
}) => {
  const project = useProject();
  const facts = segmentation.preparation.map(({ feature }) => feature);
  const of = JSON.stringify([project?.path, project?.totals, facts, segmentation.prepareOptions]);
  const found = useTriedWays(of);
  const [choosing, setChoosing] = useState(false);
  const busy = useJobs(({ running }) => running !== null);
  const go = async (methods: readonly Method[], k: KChoice) => {
    await tryWays(of, methods, k);
    setChoosing(false);
  };
  const kept = useSegmentations().data ?? [];
  const use = async (way: WayResult) => {
    const { method, asked, runId } = way;
    // A run of before knows nothing of what is frozen now; an undo may have taken it away again.
    const isFrozen = segmentation.segments.some(({ frozen }) => frozen);
    if (runId !== null && !isFrozen && kept.some(({ id }) => id === runId)) {
      if (await activateSegmentation(runId)) clearSelection();
      return;
    }
    const made = await change(() =>
      startJob(t('compare.ways.use'), () =>
        api.segmentation.run({
          ...{ method, k: asked, seed: 1, preparation: segmentation.prepareOptions },
          ...(facts.length > 0 ? { features: facts } : {}),
        }),
      ),
    );
    if (made === null) return;
    noteUsed(way, made.id);
    clearSelection();
  };
  const isChoosing = found === null || choosing;
  return (
    <Screen
      title={
        found === null
          ? t('compare.ways.title')
          : t('compare.ways.title.done', { ways: found.ways.length, customers: found.customers })
      }
      subtitle={t('compare.ways.subtitle')}
      actions={
        found !== null &&
        !choosing && (
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t('compare.ways.change')}
          </Button>
        )
      }
    >
      <div className={classes.views}>{choice}</div>
      {isChoosing && (
        <WaysChoice
          k={segmentation.k}
          hasOrders={project?.totals?.orders != null}
          again={found !== null}
          onTry={(methods, k) => void go(methods, k)}
        />
      )}
      {found !== null && (
        <>
          <Best best={found.best} ways={found.ways} />
          <WayColumns
            ways={found.ways}
            features={found.features}
            activeId={segmentation.id}
            busy={busy}
            onUse={(way) => void use(way)}
          />
          <WayAgreement ways={found.ways} agreement={found.agreement} />
        </>
      )}
    </Screen>
  );
};
