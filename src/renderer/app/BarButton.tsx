import { UnstyledButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './SelectionBar.module.css';

interface BarButtonProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
}

/** A quiet button of the selection bar: its icon alone where there is little room. */
export const BarButton = ({ icon, children, ...button }: BarButtonProps) => (
  <UnstyledButton title={children} {...button} className={classes.button ?? ''} aria-label={children}>
    {icon}
    <span className={classes.label} aria-hidden>
      {children}
    </span>
  </UnstyledButton>
);
