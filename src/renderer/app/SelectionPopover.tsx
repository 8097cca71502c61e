import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { openSelectionDialog, type SelectionDialog, useSelectionDialog } from '../client/selection-dialog.ts';
import { BarButton } from './BarButton.tsx';

interface SelectionPopoverProps {
  readonly dialog: SelectionDialog;
  readonly label: string;
  readonly icon: ReactNode;
  readonly width: number;
  readonly children: ReactNode;
}

/** A button of the selection bar, and what it asks above itself. */
export const SelectionPopover = ({ dialog, label, icon, width, children }: SelectionPopoverProps) => {
  const opened = useSelectionDialog(({ open }) => open === dialog);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && openSelectionDialog(null)}
      position="top-start"
      width={width}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <BarButton icon={icon} onClick={() => openSelectionDialog(opened ? null : dialog)}>
          {label}
        </BarButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
};
