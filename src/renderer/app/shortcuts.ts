import { spotlight } from '@mantine/spotlight';
import type { ProjectInfo } from '../../shared/model/project.ts';
import { goTo } from '../client/navigation.ts';
import { focusMessage } from '../client/notify.ts';
import { openSpreadsheet } from '../client/open-files.ts';
import { togglePresentation } from '../client/presentation.ts';
import { redo, undo } from '../client/project.ts';
import { t } from '../client/words.ts';
import { letGo } from './let-go.ts';
import { railScreens } from './Rail.tsx';

interface ShortcutContext {
  readonly project: ProjectInfo | null;
  readonly showSheet: () => void;
}

export interface Shortcut {
  readonly id: string;
  /** As Mantine’s hotkeys are written; every one does it, the first is shown. */
  readonly keys: readonly string[];
  readonly says: () => string;
  readonly run: (context: ShortcutContext) => unknown;
}

/** Every key that works on all screens: what is bound and what the sheet shows are this one list. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'find', keys: ['mod+K'], says: () => t('app.shortcuts.find'), run: () => spotlight.open() },
  { id: 'open', keys: ['mod+O'], says: () => t('app.shortcuts.open'), run: () => openSpreadsheet() },
  { id: 'undo', keys: ['mod+Z'], says: () => t('app.shortcuts.undo'), run: ({ project }) => project?.undo && undo() },
  {
    id: 'redo',
    keys: ['mod+Y', 'mod+shift+Z'],
    says: () => t('app.shortcuts.redo'),
    run: ({ project }) => project?.redo && redo(),
  },
  ...railScreens.map((name, at) => ({
    id: `screen-${name}`,
    keys: [String(at + 1)],
    says: () => t('app.shortcuts.screen', { screen: t(`app.screen.${name}`) }),
    run: ({ project }: ShortcutContext) => project && goTo(name),
  })),
  {
    id: 'selection',
    keys: ['shift+S'],
    says: () => t('own.shortcut'),
    run: () =>
      // Not to its figures, which are buttons too.
      document.querySelector<HTMLElement>('[data-selection-bar] button:not([role="status"] *)')?.focus(),
  },
  { id: 'messages', keys: ['shift+M'], says: () => t('shortcuts.messages'), run: focusMessage },
  { id: 'present', keys: ['shift+P'], says: () => t('shortcuts.present'), run: () => togglePresentation() },
  { id: 'letGo', keys: ['Escape'], says: () => t('app.shortcuts.clear'), run: letGo },
  { id: 'help', keys: ['?', 'shift+?'], says: () => t('app.shortcuts.help'), run: ({ showSheet }) => showSheet() },
];

/** Keys of one place, as long as it has the focus. They are bound where they work; tests press each of them. */
export const placeKeys = [
  { place: 'table', keys: ['ArrowDown', 'PageDown', 'Home', 'End', 'Enter', 'ArrowRight'] },
  { place: 'map', keys: ['ArrowRight', 'mod+ArrowRight', 'Enter', '+', '-', '0'] },
  { place: 'tree', keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'] },
  { place: 'customer', keys: ['J', 'K', 'Escape'] },
  { place: 'review', keys: ['S', 'D', 'L', 'ArrowRight'] },
] as const;

const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');
const shown: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : t('app.key.ctrl'),
  shift: t('app.key.shift'),
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The keys that are held together, as they are called on the keyboard. */
export const keyNames = (keys: string): string[] =>
  keys === '+' ? ['+'] : keys.split('+').map((key) => shown[key] ?? key);
