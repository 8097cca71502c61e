import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { goTo } from '../client/navigation.ts';
import { openSpreadsheet } from '../client/open-files.ts';
import { redo, undo, useProject } from '../client/project.ts';
import { clearSelection } from '../client/selection.ts';
import { railScreens } from './Rail.tsx';

/** Whether keys are letters here. A radio button or a box to tick takes none. */
const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));

/** What opens over the screen closes with Escape; only where nothing is open does Escape let go of the selection. */
const overlays = '[role="menu"], [role="dialog"], [role="listbox"]';

const useEscape = (): void => {
  useEffect(() => {
    // Caught on its way down: by the time it comes back up, what it closed is gone.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (isTyping(event)) return;
      const open = [...document.querySelectorAll(overlays)].some((one) => one.getClientRects().length > 0);
      if (!open) clearSelection();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
};

/** The keys that work everywhere but in a text field. */
export const useShortcuts = () => {
  const [opened, { open, close }] = useDisclosure(false);
  const project = useProject();
  useEscape();
  const keys: Record<string, () => unknown> = {
    ...Object.fromEntries(railScreens.map((name, at) => [String(at + 1), () => project && goTo(name)])),
    'mod+K': () => spotlight.open(),
    'mod+Z': () => project?.undo && undo(),
    'mod+shift+Z': () => project?.redo && redo(),
    'mod+Y': () => project?.redo && redo(),
    'mod+O': () => openSpreadsheet(),
    'shift+?': open,
    '?': open,
  };
  useHotkeys(
    Object.entries(keys).map(([key, run]) => [
      key,
      (event) => {
        if (isTyping(event)) return;
        event.preventDefault();
        run();
      },
      { preventDefault: false },
    ]),
    [],
  );
  return { opened, show: open, hide: close };
};
