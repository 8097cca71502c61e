import { BrowserWindow } from './browser-window.ts';
import { onlyKeys, strict } from './strict.ts';

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly submenu?: readonly Item[];
  readonly click?: (item: object, window: BrowserWindow | null, event: object) => void;
}

const knownKeys = [
  'id',
  'label',
  'role',
  'type',
  'enabled',
  'accelerator',
  'registerAccelerator',
  'submenu',
  'click',
  'toolTip',
];
const knownRoles = [
  ...['cut', 'copy', 'paste', 'selectAll', 'close', 'quit', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
  ...['reload', 'toggleDevTools', 'help', 'hide', 'hideOthers'],
];
/** One accelerator: modifiers and a key, as Electron's documentation names them. */
const accelerator = /^((CmdOrCtrl|Cmd|Ctrl|Alt|Shift)\+)*[A-Z0-9]$/;

const check = (item: Item): void => {
  onlyKeys('menu item', item, knownKeys);
  if (item.role !== undefined && !knownRoles.includes(item.role))
    throw new Error(`The stand-in knows no role ${item.role}.`);
  if (item.accelerator !== undefined && !accelerator.test(item.accelerator))
    throw new Error(`Not a key: ${item.accelerator}.`);
  if (item.type === undefined && !item.label) throw new Error('A menu item needs a label.');
  item.submenu?.forEach(check);
};

let shown: readonly Item[] = [];

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Item[]) => {
    template.forEach(check);
    return { items: template };
  },
  setApplicationMenu: (menu: { items: readonly Item[] }) => {
    shown = menu.items;
  },
});

const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(item.submenu ?? [])]);

/** For the test: every item with an id, and choosing one as a person does. */
export const menuItems = () =>
  all(shown).flatMap(({ id, label, enabled = true }) =>
    id === undefined ? [] : [{ id, label: label ?? '', enabled }],
  );
export const chooseItem = (id: string): void => {
  const item = all(shown).find((one) => one.id === id);
  if (!item?.click) throw new Error(`The menu has no ${id}.`);
  if (item.enabled === false) throw new Error(`${id} is disabled.`);
  item.click(item, BrowserWindow.getFocusedWindow(), {});
};
