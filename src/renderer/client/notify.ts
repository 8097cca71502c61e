import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { type AppError, isCancelled } from '../../shared/errors.ts';
import type { Message } from '../../shared/model/message.ts';
import { t, tell, tellError } from './words.ts';

const usualMs = 6_000;
/** Enough to read a long sentence twice. */
const cancelledMs = 4_000;

interface ShownMessage {
  readonly id?: string;
  readonly message: ReactNode;
  readonly color: 'teal' | 'red' | 'gray';
  readonly autoClose: number | false;
  /** Read out when nothing else is; alerts are at once. */
  readonly role?: 'status';
}

let shown = 0;
/** Where the focus was when somebody went to the messages. */
let cameFrom: HTMLElement | null = null;

/** A message beside the work: read out when it comes, closed by its button or by Escape in it. */
export const showMessage = ({ id: given, ...message }: ShownMessage): void => {
  shown += 1;
  const id = given ?? `message ${shown}`;
  notifications.show({
    ...message,
    id,
    withBorder: true,
    'data-beside': '',
    closeButtonProps: { 'aria-label': t('app.close') },
    onKeyDown: (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      notifications.hide(id);
      cameFrom?.focus();
      cameFrom = null;
    },
  });
};

/** A sentence at the edge of the window. Errors stay until they are closed. */
export const notifyError = (error: AppError): void => {
  showMessage({
    id: `${error.code} ${JSON.stringify(error.details)}`,
    message: tellError(error),
    color: isCancelled(error) ? 'gray' : 'red',
    autoClose: isCancelled(error) ? cancelledMs : false,
  });
};

/** Read out when nothing else is: it tells of what went well. */
export const notify = (message: string, forMs = usualMs): void => {
  showMessage({ role: 'status', message, color: 'teal', autoClose: forMs });
};

/** What could not be done beside what was: it stays until it is closed. */
export const notifyProblem = (problem: Message): void => {
  showMessage({ message: tell(problem), color: 'red', autoClose: false });
};

/** Goes to the newest message, to be read again, answered or closed; nothing where there is none. */
export const focusMessage = (): void => {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.closest('[data-beside]') === null) cameFrom = focused;
  [...document.querySelectorAll<HTMLElement>('[data-beside] button')]
    .filter((button) => button.closest('[data-tour-card]') === null && button.getClientRects().length > 0)
    .at(-1)
    ?.focus();
};
