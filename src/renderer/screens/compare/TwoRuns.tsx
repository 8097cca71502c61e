import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconArrowsSplit2 } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Comparison, SideKey } from '../../../shared/model/comparison.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { comparisonTitle, reasonLine } from '../../../shared/picture/comparison-words.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { FlowPicture } from '../../charts/FlowPicture.tsx';
import { api } from '../../client/api.ts';
import { useProject, useSegmentations } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { clearSelection, toggleSegment } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Agreement } from './Agreement.tsx';
import classes from './compare.module.css';
import { comparisonColumns, comparisonLinks, flowKey, placeName } from './comparison-picture.ts';
import { FlowDetail } from './FlowDetail.tsx';
import { sideChoices, sideName } from './side-names.ts';
import { setCompare, useCompare } from './use-compare.ts';
import { useFlowSelection } from './use-flow-selection.ts';

interface ViewProps {
  readonly segmentation: Segmentation;
  /** The choice of what to compare. */
  readonly choice: ReactNode;
}

const tableOf = (comparison: Comparison) => ({
  caption: t('compare.table'),
  head: [
    t('compare.table.from'),
    t('compare.table.to'),
    t('compare.table.customers'),
    ...(comparison.revenue === null ? [] : [t('compare.table.revenue')]),
    t('compare.table.why'),
  ],
  rows: comparison.flows.map((flow) => [
    placeName(comparison.a, flow.from, 'from'),
    placeName(comparison.b, flow.to, 'to'),
    format.number(flow.customers),
    ...(comparison.revenue === null ? [] : [flow.revenue === null ? '' : format.money(flow.revenue)]),
    flow.reasons.map((reason) => tell(reasonLine(reason, tell))).join(' '),
  ]),
  refs: comparison.flows.map(({ code }) => [
    ...[null, null],
    ...(comparison.revenue === null ? (['customers'] as const) : (['customers', 'revenue'] as const)).map(
      (figure): NumberRef => ({ of: 'flow', a: comparison.a.key, b: comparison.b.key, code, figure }),
    ),
  ]),
});

const sides = ['a', 'b'] as const;

/** Two kept segmentations and the customers who are with others in one than in the other. */
export const TwoRuns = ({ segmentation, choice }: ViewProps) => {
  const project = useProject();
  const path = project?.path;
  const kept = useSegmentations().data ?? [];
  const state = useCompare(path);
  const choices = useMemo(() => sideChoices(kept), [kept]);
  const isThere = (key: SideKey | null): key is SideKey =>
    key !== null && (typeof key === 'string' || choices.some((one) => one.key === key));
  const before = useProjectQuery(['segmentation.flows', segmentation.id], (signal) =>
    api.segmentation.flows({ id: segmentation.id }, { signal }),
  ).data;
  const b = isThere(state.b) ? state.b : segmentation.id;
  const other = before?.from.id ?? choices.find(({ key }) => key !== b)?.key ?? null;
  const a = isThere(state.a) ? state.a : other === b ? (choices.find(({ key }) => key !== b)?.key ?? null) : other;
  const { data, error } = useProjectQuery(
    ['compare.runs', a, b],
    (signal) => api.compare.runs({ a: a!, b }, { signal }),
    { enabled: a !== null && a !== b },
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const selection = useFlowSelection(segmentation, a !== null && a !== b ? a : null, b);
  const comparison = data !== undefined && data.a.key === a && data.b.key === b ? data : null;
  const flow = comparison?.flows.find(({ code }) => code === chosen) ?? null;
  const columns = useMemo(() => (comparison === null ? [] : comparisonColumns(comparison)), [comparison]);
  const links = useMemo(
    () => (comparison === null ? [] : comparisonLinks(comparison, selection.shareOf)),
    [comparison, selection.shareOf],
  );
  if (choices.length < 2 && typeof state.a !== 'string') {
    return (
      <Screen title={t('compare.title.none')}>
        <div className={classes.bar}>{choice}</div>
        <EmptyState
          icon={<IconArrowsSplit2 size={40} stroke={1.3} aria-hidden />}
          title={t('compare.one.title')}
          action={<Button onClick={() => setCompare(path, { view: 'ways' })}>{t('compare.one.do')}</Button>}
        >
          {t('compare.one.text')}
        </EmptyState>
      </Screen>
    );
  }
  const choose = (code: number) => {
    if (chosen === code) {
      setChosen(null);
      clearSelection();
      return;
    }
    setChosen(code);
    selection.select(code);
  };
  const pick = (side: 'a' | 'b', key: SideKey) => {
    setChosen(null);
    clearSelection();
    setCompare(path, { a, b, [side]: key });
  };
  const rebuilt = [a, b].filter((key): key is string => typeof key === 'string');
  const options = [
    ...choices,
    ...rebuilt.map((key) => ({
      key,
      name: sideName({ method: segmentation.method, k: segmentation.k, asOf: key.slice(5), rebuilt: true }),
    })),
  ];
  const title = comparison === null ? t('compare.title.none') : tell(comparisonTitle(comparison));
  return (
    <Screen
      fill
      title={title}
      subtitle={
        comparison === null
          ? a === b
            ? t('compare.different')
            : undefined
          : t(comparison.sameCustomers ? 'compare.subtitle.same' : 'compare.subtitle.moved', {
              onlyA: comparison.onlyA,
              onlyB: comparison.onlyB,
            })
      }
      inspector={
        flow !== null && comparison !== null ? (
          <FlowDetail
            key={flow.code}
            comparison={comparison}
            flow={flow}
            selectable={selection.rowsOf(flow.code).length}
            onSelect={() => selection.select(flow.code)}
            onClose={() => {
              setChosen(null);
              clearSelection();
            }}
          />
        ) : comparison !== null ? (
          <Agreement comparison={comparison} onChoose={({ code }) => choose(code)} />
        ) : (
          <span />
        )
      }
    >
      <div className={classes.bar}>
        {choice}
        <div className={classes.sides}>
          {sides.map((side) => (
            <Select
              key={side}
              className={classes.side ?? ''}
              aria-label={t(`compare.${side}`)}
              allowDeselect={false}
              data={options.map(({ key, name }) => ({ value: String(key), label: name }))}
              value={String(side === 'a' ? a : b)}
              onChange={(value) => value !== null && pick(side, /^\d+$/.test(value) ? Number(value) : value)}
            />
          ))}
          <Tooltip label={t('compare.swap')}>
            <ActionIcon
              className={classes.swap ?? ''}
              variant="default"
              aria-label={t('compare.swap')}
              disabled={a === null}
              onClick={() => {
                setChosen(null);
                setCompare(path, { a: b, b: a! });
              }}
            >
              <IconArrowsExchange size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {error !== null && <ErrorPanel error={error} />}
      {comparison === null && error === null && a !== b && (
        <Delayed>
          <p className={classes.text}>{t('app.loading')}</p>
        </Delayed>
      )}
      {comparison !== null && (
        <FigureFrame grow title={t('compare.picture')} table={tableOf(comparison)} fileName={title}>
          <FlowPicture
            namesAtBothEnds
            label={t('compare.picture.summary', {
              flows: comparison.flows.length,
              before: comparison.a.segments.length,
              after: comparison.b.segments.length,
            })}
            columns={columns}
            links={links}
            chosen={chosen === null ? null : flowKey(chosen)}
            gatheredNote={(count, customers) => t('compare.picture.gathered', { count, customers })}
            onChoose={(key) => choose(Number(key))}
            onNode={(id) => {
              const known = segmentation.segments.some((segment) => String(segment.id) === id);
              if (known) toggleSegment(Number(id));
            }}
          />
        </FigureFrame>
      )}
    </Screen>
  );
};
