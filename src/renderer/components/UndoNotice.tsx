import { Button, Group, Text } from '@mantine/core';
import { showMessage } from '../client/notify.ts';
import { undo } from '../client/project.ts';
import { nextUndoNotice } from '../client/undo-notice.ts';
import { t } from '../client/words.ts';

/** Says what was done, with a way to take it back at once. */
export const notifyUndoable = (message: string): void => {
  const id = nextUndoNotice();
  showMessage({
    id,
    color: 'teal',
    role: 'status',
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap={12}>
        <Text size="sm">{message}</Text>
        <Button variant="default" flex="none" onClick={() => undo()}>
          {t('app.undo')}
        </Button>
      </Group>
    ),
  });
};
