import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText, IconMail, IconTable, IconUsers } from '@tabler/icons-react';
import { exportTable } from '../client/exports.ts';
import { useHasContacts } from '../client/has-contacts.ts';
import { goTo } from '../client/navigation.ts';
import { useSegmentation } from '../client/queries.ts';
import { useSelection } from '../client/selection.ts';
import { format, t, tell } from '../client/words.ts';
import classes from './ExportMenu.module.css';

const formats = ['csv', 'xlsx'] as const;
type What = 'segments' | 'customers' | 'mailingList';

interface ExportRowsProps {
  readonly what: What;
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly segmentIds?: readonly number[];
  readonly disabled?: boolean;
  readonly hint?: string;
}

const ExportRows = ({ what, label, icon, segmentIds, disabled = false, hint }: ExportRowsProps) => (
  <div className={classes.row} data-disabled={disabled}>
    {icon}
    <span className={classes.label}>
      {label}
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
    </span>
    {formats.map((format) => (
      <Menu.Item
        key={format}
        disabled={disabled}
        className={classes.format}
        aria-label={t('app.export.as', { what: label, format: t(`app.export.${format}`) })}
        onClick={() => exportTable(label, { what, format, ...(segmentIds ? { segmentIds: [...segmentIds] } : {}) })}
      >
        {t(`app.export.${format}`)}
      </Menu.Item>
    ))}
  </div>
);

/** Everything that can leave the project as a file. */
export const ExportMenu = () => {
  const segmentation = useSegmentation().data ?? null;
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const chosen = segmentation?.segments.filter((segment) => segmentIds.includes(segment.id)) ?? [];
  const none = segmentation === null;
  const hasNobodyToWrite = useHasContacts() === false;
  const list =
    chosen.length === 0
      ? t('app.export.mailingList')
      : t('app.export.mailingList.of', { names: format.list(chosen.map((segment) => tell(segment.name))) });
  const hint =
    !none && hasNobodyToWrite
      ? t('app.export.mailingList.nobody')
      : chosen.length === 0
        ? t('app.export.mailingList.none')
        : null;
  return (
    <Menu width={390}>
      <Menu.Target>
        <Button className={classes.button} rightSection={<IconChevronDown size={15} aria-hidden />}>
          {t('app.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {none && <Menu.Label>{t('app.export.needsSegments')}</Menu.Label>}
        <ExportRows
          what="segments"
          label={t('app.export.segments')}
          icon={<IconTable size={16} aria-hidden />}
          disabled={none}
        />
        <ExportRows
          what="customers"
          label={t('app.export.customers')}
          icon={<IconUsers size={16} aria-hidden />}
          disabled={none}
        />
        <ExportRows
          what="mailingList"
          label={list}
          icon={<IconMail size={16} aria-hidden />}
          segmentIds={segmentIds}
          disabled={none || hasNobodyToWrite || chosen.length === 0}
          {...(hint === null ? {} : { hint })}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} disabled={none} onClick={() => goTo('report')}>
          {t('app.export.report')}
          <span className={classes.hint}>{t('app.export.report.open')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
