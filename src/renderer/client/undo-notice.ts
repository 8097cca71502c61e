import { notifications } from '@mantine/notifications';

let shown: string | null = null;
let count = 0;

/** The id of the next notice that offers undo. There is one at a time: an older one would take back another thing. */
export const nextUndoNotice = (): string => {
  hideUndoNotice();
  count += 1;
  shown = `undo ${count}`;
  return shown;
};

export const hideUndoNotice = (): void => {
  if (shown !== null) notifications.hide(shown);
  shown = null;
};
