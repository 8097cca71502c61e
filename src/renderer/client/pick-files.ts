import { readableEndings } from '../../shared/model/readable-files.ts';

/** What the open dialog offers first. */
const readable = [...readableEndings, 'gz'].map((ending) => `.${ending}`).join(',');

/** The browser’s open dialog; resolves to nothing where it was closed without a choice. */
export const pickFiles = (): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = readable;
    input.hidden = true;
    const finish = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
