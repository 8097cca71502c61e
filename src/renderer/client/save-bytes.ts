import { desktop, saved } from './desktop.ts';

/** Hands a file made in the page to the person: the desktop's save dialog, or a download. */
export const saveBytes = async (name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  if (desktop !== null) {
    saved(await desktop.saveBytes(name, bytes));
    return;
  }
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has the bytes once the click was handled; a moment later is safe in every browser.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
