import { notifications } from '@mantine/notifications';
import { type AppError, isCancelled } from '../../shared/errors.ts';
import { t, tellError } from './words.ts';

/** A sentence at the edge of the window. Errors stay until they are closed. */
export const notifyError = (error: AppError): void => {
  notifications.show({
    id: `${error.code} ${JSON.stringify(error.details)}`,
    message: tellError(error),
    color: isCancelled(error) ? 'gray' : 'red',
    autoClose: isCancelled(error) ? 4000 : false,
    withBorder: true,
    closeButtonProps: { 'aria-label': t('app.close') },
  });
};

export const notify = (message: string): void => {
  notifications.show({ message, color: 'teal', withBorder: true, closeButtonProps: { 'aria-label': t('app.close') } });
};
