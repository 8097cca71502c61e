import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconMail, IconUsers, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Who } from '../../shared/model/own-segment.ts';
import { showOnlySelected } from '../client/customers-view.ts';
import { exportTable } from '../client/exports.ts';
import { useJobs } from '../client/jobs.ts';
import { useOwnSegments, useSelectedOwn, useWhoIsSelected } from '../client/own-segments.ts';
import { useSegmentation } from '../client/queries.ts';
import { clearSelection, useSelection } from '../client/selection.ts';
import { openSelectionDialog } from '../client/selection-dialog.ts';
import { type SelectionSummary, useSelectionSummary } from '../client/selection-summary.ts';
import { format, t, tell } from '../client/words.ts';
import { type NumberInSentence, NumbersIn } from '../components/NumbersIn.tsx';
import { BarButton } from './BarButton.tsx';
import { ExcludeSelection } from './ExcludeSelection.tsx';
import { SaveSelection } from './SaveSelection.tsx';
import classes from './SelectionBar.module.css';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
const formats = ['csv', 'xlsx'] as const;

const ExportItems = ({ who, what, label }: { who: Who; what: 'customers' | 'mailingList'; label: string }) => (
  <div className={classes.exportRow}>
    {what === 'customers' ? <IconUsers {...icon} /> : <IconMail {...icon} />}
    <span className={classes.exportLabel}>{label}</span>
    {formats.map((as) => (
      <Menu.Item
        key={as}
        className={classes.format ?? ''}
        aria-label={t('app.export.as', { what: label, format: t(`app.export.${as}`) })}
        onClick={() => void exportTable(label, { what, format: as, ...who })}
      >
        {t(`app.export.${as}`)}
      </Menu.Item>
    ))}
  </div>
);

const ExportSelection = ({ who }: { readonly who: Who }) => (
  <Menu width={330} position="top-start">
    <Menu.Target>
      <BarButton icon={<IconDownload {...icon} />}>{t('own.export')}</BarButton>
    </Menu.Target>
    <Menu.Dropdown>
      <ExportItems who={who} what="customers" label={t('own.export.customers')} />
      <ExportItems who={who} what="mailingList" label={t('own.export.mailingList')} />
    </Menu.Dropdown>
  </Menu>
);

/** The figures of one whole segment open up. */
const numbersOf = (
  { customers, revenueShare }: SelectionSummary,
  segmentId: number | null,
): readonly NumberInSentence[] =>
  segmentId === null
    ? []
    : [
        [format.number(customers), { of: 'segment', segmentId, figure: 'size' }],
        ...(revenueShare === null
          ? []
          : [[format.share(revenueShare), { of: 'segment', segmentId, figure: 'revenueShare' }] as const]),
      ];

/** Who is selected and what can be done with them; in the status bar, so that nothing moves when it comes. */
export const SelectionBar = () => {
  const segmentation = useSegmentation().data ?? null;
  const summary = useSelectionSummary();
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const running = useJobs((jobs) => jobs.running !== null);
  const who = useWhoIsSelected(segmentation?.id ?? null);
  const ownId = useSelectedOwn();
  // What was asked about one selection is not asked about the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another selection is there
  useEffect(() => () => openSelectionDialog(null), [segmentIds, rows]);
  const own = useOwnSegments().data?.find(({ id }) => id === ownId);
  if (summary === null || who === null) return <span className={classes.none}>{t('app.status.noSelection')}</span>;
  const only = segmentIds.length === 1 ? segmentation?.segments.find(({ id }) => id === segmentIds[0]) : undefined;
  // Rows, and several segments together, are no number that is kept.
  const segmentId = rows === null && segmentIds.length === 1 ? segmentIds[0]! : null;
  const name = own?.name ?? (only === undefined ? null : tell(only.name));
  return (
    <section className={classes.bar} aria-label={t('own.bar')} data-selection-bar>
      <span className={classes.text} role="status" dir="auto">
        <NumbersIn numbers={numbersOf(summary, segmentId)}>
          {t('app.status.selection', { name, customers: summary.customers, share: summary.revenueShare })}
        </NumbersIn>
      </span>
      {!running && (
        <>
          {own === undefined && <SaveSelection who={who} customers={summary.customers} />}
          <ExcludeSelection who={who} customers={summary.customers} />
          <ExportSelection who={who} />
          <BarButton icon={<IconUsers {...icon} />} onClick={showOnlySelected}>
            {t('own.show')}
          </BarButton>
        </>
      )}
      <Tooltip label={t('app.status.clear')}>
        <ActionIcon size={24} aria-label={t('app.status.clear')} onClick={clearSelection} className={classes.clear}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </section>
  );
};
