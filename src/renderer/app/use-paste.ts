import { useEffect } from 'react';
import type { ScreenName } from '../client/navigation.ts';
import { importPasted } from '../client/pasted-table.ts';

const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input'));

/** Where files are asked for, a table copied in a spreadsheet program can be pasted instead. */
export const usePaste = (screen: ScreenName): void => {
  useEffect(() => {
    if (screen !== 'start' && screen !== 'import') return;
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event) || event.clipboardData === null) return;
      if (importPasted(event.clipboardData)) event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [screen]);
};
