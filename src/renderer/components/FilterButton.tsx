import { Popover } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './ColumnFilter.module.css';

interface FilterButtonProps {
  readonly label: string;
  /** Something is chosen by it. */
  readonly on: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A small button beside a heading, with what chooses rows by its column. */
export const FilterButton = ({ label, on, children }: FilterButtonProps) => {
  const [open, setOpen] = useState(false);
  const Icon = on ? IconFilterFilled : IconFilter;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-on={on}
          aria-label={label}
          aria-pressed={on}
          onClick={() => setOpen(!open)}
        >
          <Icon size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={14} onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
};
