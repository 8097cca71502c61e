import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import { t } from '../client/words.ts';
import classes from './NumberOrigin.module.css';
import { OriginPopover } from './OriginPopover.tsx';

interface NumberOriginProps {
  /** Which number this is; see `NumberRef`. */
  readonly of: NumberRef;
  /** The number as it is shown. */
  readonly children: ReactNode;
  /** What a screen reader calls it, where the number alone says too little: “Customers in Best customers: 1,204”. */
  readonly label?: string;
}

/**
 * A figure that opens up: underlined where one points at it or comes to it by Tab; a click or Enter opens a card with
 * its formula in words, what went into it, the rows behind it, the options and the seed that made it, and a paragraph to
 * copy. Wrap the formatted figure, wherever it stands but inside another button:
 *
 * ```tsx
 * <NumberOrigin of={{ of: 'segment', segmentId: segment.id, figure: 'size' }}>{format.number(segment.size)}</NumberOrigin>
 * <NumberOrigin of={{ of: 'segmentFeature', segmentId, feature: 'totalSpent', figure: 'median' }}>{text}</NumberOrigin>
 * <NumberOrigin of={{ of: 'total', figure: 'revenue' }}>{format.money(revenue)}</NumberOrigin>
 * ```
 *
 * Of a run that is not the one in use name it: `segmentationId`. A row or a card around it that is clicked, too, does
 * not hear of it. Figures within a sentence: `NumbersIn`; in the table behind a picture: `refs` of its data. Until it is
 * opened it is a plain button, so that a table may have hundreds of them.
 */
export const NumberOrigin = ({ of, children, label }: NumberOriginProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  /** A press on the open one's button has already closed it, as one anywhere outside the card does. */
  const wasOpen = useRef(false);
  const keepToItself = (event: KeyboardEvent | MouseEvent) => event.stopPropagation();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.number}
        title={t('origin.open')}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerDown={() => {
          wasOpen.current = open;
        }}
        onClick={(event) => {
          keepToItself(event);
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
        onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && keepToItself(event)}
      >
        {children}
      </button>
      {open && <OriginPopover of={of} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
};
