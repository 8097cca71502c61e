import { Popover } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import classes from './NumberOrigin.module.css';
import { OriginCard } from './OriginCard.tsx';

interface OriginPopoverProps {
  readonly of: NumberRef;
  /** Beside what it opens; the focus goes back there. */
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

type Place = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** What a rectangle has are no properties of its own: they are read one by one. */
const placeOf = (element: Element | null): Place => {
  const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return { left, top, width, height };
};

/** The card of a number beside where it stands, for as long as it is open. */
export const OriginPopover = ({ of, anchor, onClose }: OriginPopoverProps) => {
  const [place, setPlace] = useState<Place>(() => placeOf(anchor.current));
  useEffect(() => {
    const follow = () => setPlace(placeOf(anchor.current));
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [anchor]);
  const keepToItself = (event: KeyboardEvent | MouseEvent) => event.stopPropagation();
  const close = () => {
    onClose();
    const element = anchor.current;
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus();
  };
  // Rows of long tables are moved by transforms, under which nothing is fixed.
  return createPortal(
    <Popover
      opened
      onDismiss={onClose}
      position="bottom"
      shadow="md"
      width={392}
      trapFocus
      withinPortal
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { padding: 8, crossAxis: true } }}
    >
      <Popover.Target>
        <div aria-hidden className={classes.anchor} style={place} />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown}
        onClick={keepToItself}
        onKeyDown={(event) => {
          if (event.key !== 'Tab') keepToItself(event);
          if (event.key === 'Escape') close();
        }}
      >
        <OriginCard of={of} onLeave={onClose} />
      </Popover.Dropdown>
    </Popover>,
    document.body,
  );
};
