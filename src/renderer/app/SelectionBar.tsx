import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconMail, IconUsers, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { NumberInSentence, NumberRef } from '../../shared/model/number-origin.ts';
import type { Who } from '../../shared/model/own-segment.ts';
import { bitsOf, showOnlySelected } from '../client/customers-view.ts';
import { exportTable } from '../client/exports.ts';
import { useHasContacts } from '../client/has-contacts.ts';
import { useJobs } from '../client/jobs.ts';
import { useOwnSegments, useSelectedOwn, useWhoIsSelected } from '../client/own-segments.ts';
import { useSegmentation } from '../client/queries.ts';
import { clearSelection, type Selection, useSelection } from '../client/selection.ts';
import { openSelectionDialog } from '../client/selection-dialog.ts';
import { type SelectionSummary, useSelectionSummary } from '../client/selection-summary.ts';
import { format, t, tell } from '../client/words.ts';
import { NumbersIn } from '../components/NumbersIn.tsx';
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
      {useHasContacts() !== false && <ExportItems who={who} what="mailingList" label={t('own.export.mailingList')} />}
    </Menu.Dropdown>
  </Menu>
);

type WhoseNumber = (figure: 'customers' | 'revenueShare') => NumberRef;

/** Whose the figures are: of one segment its own, else of those who are selected together. */
const whoseNumbers = (
  { segmentIds, rows }: Pick<Selection, 'segmentIds' | 'rows'>,
  ownId: number | null,
  segmentationId: number,
): WhoseNumber => {
  const [only] = segmentIds;
  if (ownId === null && rows === null && segmentIds.length === 1 && only !== undefined)
    return (figure) => ({ of: 'segment', segmentId: only, figure: figure === 'customers' ? 'size' : figure });
  const who = ownId !== null ? { ownId } : rows !== null ? { among: bitsOf(rows) } : { segmentIds: [...segmentIds] };
  return (figure) => ({ of: 'chosen', ...who, figure, segmentationId });
};

const numbersOf = ({ customers, revenueShare }: SelectionSummary, of: WhoseNumber): readonly NumberInSentence[] => [
  [format.number(customers), of('customers')],
  ...(revenueShare === null ? [] : [[format.share(revenueShare), of('revenueShare')] as const]),
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
  if (segmentation === null || summary === null || who === null)
    return <span className={classes.none}>{t('app.status.noSelection')}</span>;
  const only = segmentIds.length === 1 ? segmentation.segments.find(({ id }) => id === segmentIds[0]) : undefined;
  const name = own?.name ?? (only === undefined ? null : tell(only.name));
  return (
    <section className={classes.bar} aria-label={t('own.bar')} data-selection-bar>
      <span className={classes.text} role="status" dir="auto">
        <NumbersIn numbers={numbersOf(summary, whoseNumbers({ segmentIds, rows }, ownId, segmentation.id))}>
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
