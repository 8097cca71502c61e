import { message } from '../../shared/model/message.ts';
import { notify, notifyError, notifyProblem } from './notify.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

const write = async (items: Readonly<Record<string, Promise<Blob>>>, said: string): Promise<void> => {
  try {
    // Handed over before it is made: a browser lets a page copy only straight after a click or a key.
    await navigator.clipboard.write([new ClipboardItem(items)]);
    notify(said);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) notifyProblem(message('taking.refused'));
    else notifyError(toAppError(error));
  }
};

/** Puts a picture on the clipboard and says so; where that is not possible, it says that. */
export const copyPicture = (png: Promise<Uint8Array<ArrayBuffer>>): Promise<void> =>
  write({ 'image/png': png.then((bytes) => new Blob([bytes], { type: 'image/png' })) }, t('taking.picture.copied'));

/** Puts a table on the clipboard: tabs for spreadsheets, a real table for letters and mails. */
export const copyTexts = (texts: Promise<{ plain: string; html: string }>, said: string): Promise<void> =>
  write(
    {
      'text/plain': texts.then(({ plain }) => new Blob([plain], { type: 'text/plain' })),
      'text/html': texts.then(({ html }) => new Blob([html], { type: 'text/html' })),
    },
    said,
  );
