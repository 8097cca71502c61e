import { Button, Popover, Select, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Column,
  type ColumnRole,
  type ColumnType,
  columnRoleSchema,
  columnTypeSchema,
} from '../../../shared/model/column.ts';
import type { Source } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { notify } from '../../client/notify.ts';
import { change } from '../../client/project.ts';
import { t } from '../../client/words.ts';
import { ColumnBadges } from '../../components/ColumnBadges.tsx';
import classes from './ReadAgain.module.css';

interface ReadAgainProps {
  readonly source: Source;
  readonly column: Column;
}

const choiceText = ({ written, means }: Column['choices'][number]): string =>
  typeof means === 'number' ? t('ask.format.number', { written, means }) : t('ask.format.day', { written, day: means });

/** What a column is taken for; a click offers to read it as something else, from what the project keeps of it. */
export const ReadAgain = ({ source, column }: ReadAgainProps) => {
  const [open, setOpen] = useState(false);
  const [type, setType] = useState<ColumnType>(column.type);
  const [role, setRole] = useState<ColumnRole>(column.role);
  const [format, setFormat] = useState<string | null>(column.format);
  const running = useJobs((jobs) => jobs.running);
  const isSame = type === column.type && role === column.role && format === column.format;
  const readAgain = async () => {
    setOpen(false);
    const done = await change(() =>
      startJob(t('data.again.job', { column: column.name }), () =>
        api.source.reread({
          sourceId: source.id,
          columns: [
            {
              name: column.name,
              role,
              ...(type === column.type ? {} : { type }),
              ...(format === column.format || type !== column.type ? {} : { format }),
            },
          ],
        }),
      ),
    );
    const odd = done?.sources[0]?.columns.find(({ name }) => name === column.name)?.odd;
    if (odd !== undefined) notify(t('data.again.done', { column: column.name, odd }));
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" width={292} trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={classes.button ?? ''}
          aria-label={t('data.again.label', { column: column.name })}
          onClick={() => setOpen(!open)}
        >
          <ColumnBadges type={column.type} role={column.role} fact={source.kind === 'customers'} />
          <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
        <div className={classes.form}>
          <Select
            label={t('data.again.type')}
            data={columnTypeSchema.options.map((value) => ({ value, label: t(`type.${value}`) }))}
            value={type}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setType(columnTypeSchema.parse(value))}
          />
          {column.choices.length > 1 && type === column.type && (
            <Select
              label={t('data.again.format')}
              data={column.choices.map((choice) => ({ value: choice.format, label: choiceText(choice) }))}
              value={format}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={setFormat}
            />
          )}
          <Select
            label={t('data.again.role')}
            data={columnRoleSchema.options.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={role}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setRole(columnRoleSchema.parse(value))}
          />
          <p className={classes.hint}>{t('data.again.hint')}</p>
          <Button disabled={isSame || running !== null} onClick={readAgain}>
            {t('data.again.do')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
