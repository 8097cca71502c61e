import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { t } from '../../client/words.ts';
import classes from './ColumnsMenu.module.css';
import {
  type CustomerField,
  type FieldChoice,
  isShown,
  moved,
  orderedFields,
  shownFields,
  usualChoice,
} from './customer-fields.ts';

interface ColumnsMenuProps {
  readonly fields: readonly CustomerField[];
  readonly choice: FieldChoice;
  readonly onChoice: (choice: FieldChoice) => void;
}

/** Which columns the table shows, and in which order: ticked, and moved by their arrows, by Alt with an arrow, or dragged. */
export const ColumnsMenu = ({ fields, choice, onChoice }: ColumnsMenuProps) => {
  const [dragged, setDragged] = useState<string | null>(null);
  const list = orderedFields(fields, choice);
  const last = shownFields(fields, choice).length === 1;
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onChoice(moved(fields, choice, id, event.key === 'ArrowUp' ? -1 : 1));
  };
  const dropOn = (id: string) => {
    if (dragged === null || dragged === id) return;
    const order = list.map((field) => field.id).filter((one) => one !== dragged);
    const from = list.findIndex((field) => field.id === dragged);
    const to = list.findIndex((field) => field.id === id);
    order.splice(order.indexOf(id) + (from < to ? 1 : 0), 0, dragged);
    onChoice({ ...choice, order });
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.6} aria-hidden />}>
          {t('customers.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
        <ul className={classes.list} aria-label={t('customers.columns')}>
          {list.map((field, at) => {
            const on = isShown(field, choice);
            return (
              <li
                key={field.id}
                className={classes.item}
                draggable
                data-dragged={dragged === field.id}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(field.id);
                }}
                onDragOver={(event) => {
                  event.preventDefault();
                  dropOn(field.id);
                }}
                onDragEnd={() => setDragged(null)}
              >
                <Checkbox
                  size="xs"
                  className={classes.check ?? ''}
                  label={<span dir="auto">{field.label}</span>}
                  checked={on}
                  disabled={on && last}
                  onChange={() => onChoice({ ...choice, shown: { ...choice.shown, [field.id]: !on } })}
                  onKeyDown={(event) => onKeyDown(event, field.id)}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  disabled={at === 0}
                  aria-label={t('customers.columns.up', { column: field.label })}
                  onClick={() => onChoice(moved(fields, choice, field.id, -1))}
                >
                  <IconChevronUp size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  disabled={at === list.length - 1}
                  aria-label={t('customers.columns.down', { column: field.label })}
                  onClick={() => onChoice(moved(fields, choice, field.id, 1))}
                >
                  <IconChevronDown size={15} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.usual ?? ''}
          onClick={() => onChoice(usualChoice)}
        >
          {t('customers.columns.usual')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};
