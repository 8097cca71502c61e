import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { useProject } from '../client/project.ts';
import { letGo } from './let-go.ts';
import { shortcuts } from './shortcuts.ts';

/** Whether keys are letters here. A radio button or a box to tick takes none. */
const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));

/** What opens over the screen closes with Escape; only where nothing is open does Escape let go. */
const overlays = '[role="menu"], [role="dialog"]:not([data-beside]), [role="listbox"]';

/** The button of a small window that is open already while the focus is still on its way into it. */
const expanded = 'button[aria-expanded="true"]:is([aria-haspopup="dialog"], [aria-haspopup="menu"])';

const useEscape = (): void => {
  useEffect(() => {
    // Caught on its way down: by the time it comes back up, what it closed is gone.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A message or the tour closes itself.
      const isOwn = event.target instanceof HTMLElement && event.target.closest('[data-beside]') !== null;
      if (isTyping(event) || isOwn) return;
      // There it leads back.
      if (document.querySelector('[data-customer-page]') !== null) return;
      if (event.target instanceof HTMLElement && event.target.matches(expanded)) {
        event.stopPropagation();
        event.target.click();
        return;
      }
      const open = [...document.querySelectorAll(overlays)].some((one) => one.getClientRects().length > 0);
      if (!open) letGo();
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
  const bound = shortcuts.filter(({ run }) => run !== letGo);
  useHotkeys(
    bound.flatMap(({ keys, run }) =>
      keys.map((key): [string, (event: KeyboardEvent) => void, { preventDefault: false }] => [
        key,
        (event) => {
          if (isTyping(event)) return;
          event.preventDefault();
          run({ project, showSheet: open });
        },
        { preventDefault: false },
      ]),
    ),
    [],
  );
  return { opened, show: open, hide: close };
};
