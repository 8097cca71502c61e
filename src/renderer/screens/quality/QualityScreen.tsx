import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconCircleCheck, IconPlus, IconTableOff } from '@tabler/icons-react';
import { useState } from 'react';
import { findingParts, type QualityPart } from '../../../shared/model/quality.ts';
import { isFurther, type SetAsideReason } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { sumAside } from '../../client/sum-aside.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NoReport } from '../../components/NoReport.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingList } from './FindingList.tsx';
import { FindingRows } from './FindingRows.tsx';
import classes from './quality.module.css';
import { RuleEffect } from './RuleEffect.tsx';
import { RuleList } from './RuleList.tsx';
import { ScoreStrip } from './ScoreStrip.tsx';
import { type ReportView, useReport } from './use-report.ts';

/** Before the first report; in an empty project there is nothing to look through. */
const NothingYet = ({ view }: { readonly view: ReportView }) => {
  const project = useProject();
  if (project?.totals == null)
    return (
      <Screen title={t('mend.title.first')}>
        <EmptyState
          icon={<IconTableOff size={40} stroke={1.3} aria-hidden />}
          title={t('mend.noData.title')}
          action={
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
              {t('data.add')}
            </Button>
          }
        >
          {t('mend.noData')}
        </EmptyState>
      </Screen>
    );
  return (
    <NoReport
      view={view}
      title={t('mend.title.first')}
      job={t('mend.job')}
      again={t('mend.again')}
      cancelled={{ title: t('mend.cancelled.title'), text: t('mend.cancelled') }}
    />
  );
};

/** How much of the project can be relied on: a score, what was found with its rows, and what could be done about it. */
export const QualityScreen = () => {
  const view = useReport();
  const sources = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal })).data ?? [];
  const asides = useProjectQuery(['source.setAside'], (signal) => api.source.setAside(undefined, { signal })).data;
  const [showing, setShowing] = useState<'findings' | 'rules'>('findings');
  const [source, setSource] = useState<number | null>(null);
  const [only, setOnly] = useState<QualityPart | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [rule, setRule] = useState<SetAsideReason | null>(null);
  const { report } = view;
  if (report === undefined) return null;
  if (report === null) return <NothingYet view={view} />;
  const findings = report.findings.filter(
    (one) => (source === null || one.sourceId === source) && (only === null || findingParts[one.kind] === only),
  );
  const finding = findings.find(({ id }) => id === chosen) ?? findings[0];
  const hasRules = (asides ?? []).some(({ reason }) => isFurther(reason) || reason === 'byHand');
  const graver = report.findings.filter(({ severity }) => severity !== 'info').length;
  const note = view.current ? null : t(view.looking ? 'mend.before' : 'mend.before.still');
  return (
    <Screen
      fill
      title={t('mend.title', { findings: graver })}
      subtitle={<span aria-live="polite">{note ?? t('mend.subtitle', { rows: report.rows })}</span>}
      actions={
        !view.current &&
        view.problem !== null && (
          <Button variant="default" onClick={view.again}>
            {t('mend.again')}
          </Button>
        )
      }
      inspector={
        showing === 'findings' ? (
          finding === undefined ? null : (
            <FindingDetail key={finding.id} finding={finding} stale={!view.current} />
          )
        ) : rule === null ? (
          <p className={classes.place}>{t(hasRules ? 'mend.rule.ask' : 'mend.rule.nothing')}</p>
        ) : (
          <RuleEffect key={rule} reason={rule} />
        )
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('mend.view')}
          value={showing}
          onChange={(value) => setShowing(value === 'rules' ? 'rules' : 'findings')}
          data={[
            { value: 'findings', label: t('mend.view.findings') },
            { value: 'rules', label: t('mend.view.rules') },
          ]}
        />
        {sources.length > 1 && showing === 'findings' && (
          <Select
            w={190}
            aria-label={t('mend.source')}
            allowDeselect={false}
            data={[
              { value: 'all', label: t('mend.source.all') },
              ...sources.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            value={source === null ? 'all' : String(source)}
            onChange={(value) => setSource(value === null || value === 'all' ? null : Number(value))}
          />
        )}
      </div>
      {showing === 'rules' ? (
        <Panel>
          <RuleList asides={sumAside([asides ?? []])} chosen={rule} onLook={setRule} />
        </Panel>
      ) : (
        <>
          <ScoreStrip report={report} only={only} onOnly={setOnly} />
          {report.findings.length === 0 ? (
            <EmptyState icon={<IconCircleCheck size={40} stroke={1.3} aria-hidden />} title={t('mend.clean.title')}>
              {t('mend.clean')}
            </EmptyState>
          ) : (
            <div className={classes.work}>
              <div className={classes.listBox}>
                <FindingList
                  findings={findings}
                  chosen={finding?.id ?? null}
                  withSource={sources.length > 1 && source === null}
                  onChoose={setChosen}
                />
              </div>
              <div className={classes.rowsBox}>
                {finding !== undefined && <FindingRows key={finding.id} finding={finding} />}
              </div>
            </div>
          )}
        </>
      )}
    </Screen>
  );
};
