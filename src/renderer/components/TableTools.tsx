import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconDownload, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react';
import { mostCellRows, mostSheetRows } from '../../shared/table/csv-line.ts';
import type { PlainTable } from '../../shared/table/table-text.ts';
import { notifyError } from '../client/notify.ts';
import { useTakeable } from '../client/on-screen.ts';
import { useProject } from '../client/project.ts';
import { copyTable, saveTable, type TableFormat } from '../client/take-table.ts';
import { toAppError } from '../client/to-app-error.ts';
import { t } from '../client/words.ts';

export interface TableToolsProps {
  readonly title: string;
  readonly rows: number;
  /** The whole table, rows that were not seen yet included. */
  readonly make: (purpose: 'copy' | TableFormat) => Promise<PlainTable> | PlainTable;
  /** Saves the table in a way of its own, e.g. as a job of the host that writes all rows. */
  readonly onSave?: ((as: TableFormat) => void) | undefined;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The ways out of the app that every table has: the clipboard, CSV and Excel. */
export const TableTools = ({ title, rows, make, onSave }: TableToolsProps) => {
  const project = useProject()?.name ?? null;
  const copy = () => void copyTable(() => make('copy'), rows);
  const save = async (as: TableFormat) => {
    if (onSave !== undefined) return onSave(as);
    try {
      await saveTable(title, project, await make(as), as);
    } catch (error) {
      notifyError(toAppError(error));
    }
  };
  const isLarge = rows > mostCellRows && onSave === undefined;
  const sheets = onSave === undefined ? 1 : Math.ceil(rows / (mostSheetRows - 1));
  const ways = [
    { id: 'copy', label: t('taking.table.copy'), Icon: IconCopy, run: copy, off: rows === 0 },
    { id: 'csv', label: t('taking.csv'), Icon: IconFileTypeCsv, run: () => void save('csv'), off: rows === 0 },
    {
      id: 'xlsx',
      label:
        sheets > 1
          ? t('taking.xlsx.sheets', { sheets, most: mostSheetRows })
          : isLarge
            ? t('taking.xlsx.large', { most: mostCellRows })
            : t('taking.xlsx'),
      Icon: IconFileTypeXls,
      run: () => void save('xlsx'),
      off: rows === 0 || isLarge,
    },
  ];
  useTakeable({ title, actions: ways.filter(({ off }) => !off) });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={t('taking.table')}>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('taking.table.of', { title })}>
            <IconDownload size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(({ id, label, Icon, run, off }) => (
          <Menu.Item key={id} leftSection={<Icon {...icon} />} disabled={off} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
