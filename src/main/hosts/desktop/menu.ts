import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { DesktopCommand } from '../../../shared/api/desktop-bridge.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { ProjectInfo, RecentProject } from '../../../shared/model/project.ts';
import { say } from '../../../shared/words/say.ts';

export interface MenuState {
  readonly project: ProjectInfo | null;
  readonly recents: readonly RecentProject[];
  /** The language that it is written in. */
  readonly locale: string;
}

export interface MenuActions {
  /** To the window in front; opens one where there is none. */
  command(command: DesktopCommand): void;
  newWindow(): void;
  showProjects(): void;
}

/** Of recent projects; the start screen has them all. */
const recentsShown = 10;
const mac = process.platform === 'darwin';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** An ampersand would mark the next letter as the item's key. */
const plain = (text: string): string => text.replaceAll('&', '&&');

/**
 * The application menu. The page handles the keys of these commands itself where it can (it knows whether a text field
 * is being edited), so elsewhere than on a Mac they are shown but not taken from it.
 */
export const buildMenu = (
  { project, recents, locale }: MenuState,
  { command, newWindow, showProjects }: MenuActions,
): Menu => {
  const t = (key: string, values: Message['values'] = {}): string => say(message(key, values), locale);
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, key: string): MenuItemConstructorOptions => ({
    role: name,
    label: t(key),
  });
  const item = (id: string, label: string, accelerator: string | null, click: () => void, enabled = true) => ({
    id,
    label,
    enabled,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click,
  });
  const step = (kind: 'undo' | 'redo', accelerator: string) => {
    const what = project?.[kind] ?? null;
    const label = what ? t(`app.${kind}.what`, { what: say(what, locale) }) : t(`app.${kind}`);
    return item(kind, plain(label), accelerator, () => command({ do: kind }));
  };
  const recent: MenuItemConstructorOptions = {
    id: 'recent',
    label: t('menu.recent'),
    enabled: recents.length > 0,
    submenu: recents.slice(0, recentsShown).map(({ path, name }, at) => ({
      id: `recent-${at}`,
      label: plain(name),
      toolTip: path,
      click: () => command({ do: 'openPaths', paths: [path] }),
    })),
  };
  const about = { id: 'about', label: t('menu.about'), click: () => app.showAboutPanel() };
  const appMenu: MenuItemConstructorOptions = {
    label: t('app.name'),
    submenu: [
      about,
      separator,
      role('hide', 'menu.hide'),
      role('hideOthers', 'menu.hideOthers'),
      separator,
      role('quit', 'menu.quit'),
    ],
  };
  return Menu.buildFromTemplate([
    ...(mac ? [appMenu] : []),
    {
      label: t('menu.file'),
      submenu: [
        item('open', t('menu.open'), 'CmdOrCtrl+O', () => command({ do: 'open' })),
        recent,
        { id: 'new-window', label: t('menu.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
        separator,
        item('close-project', t('menu.closeProject'), null, () => command({ do: 'close' }), project !== null),
        item('report', t('menu.report'), null, () => command({ do: 'report' }), project?.activeSegmentationId != null),
        separator,
        role('close', 'menu.closeWindow'),
        ...(mac ? [] : [role('quit', 'menu.quit')]),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        step('undo', 'CmdOrCtrl+Z'),
        step('redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        role('cut', 'menu.cut'),
        role('copy', 'menu.copy'),
        role('paste', 'menu.paste'),
        role('selectAll', 'menu.selectAll'),
        separator,
        item('find', t('app.find'), 'CmdOrCtrl+K', () => command({ do: 'find' }), project !== null),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        role('resetZoom', 'menu.zoom.reset'),
        role('zoomIn', 'menu.zoom.in'),
        role('zoomOut', 'menu.zoom.out'),
        separator,
        role('togglefullscreen', 'menu.fullScreen'),
        item('present', t('menu.present'), 'Shift+P', () => command({ do: 'present' })),
        ...(app.isPackaged ? [] : [separator, role('reload', 'menu.reload'), role('toggleDevTools', 'menu.devTools')]),
      ],
    },
    {
      role: 'help',
      label: t('menu.help'),
      submenu: [
        item('shortcuts', t('app.shortcuts'), null, () => command({ do: 'shortcuts' })),
        { id: 'projects', label: t('menu.showProjects'), click: showProjects },
        ...(mac ? [] : [separator, about]),
      ],
    },
  ]);
};

/** To every window's menu, or the one at the top of a Mac's screen. */
export const showMenu = (menu: Menu, windows: readonly BrowserWindow[], project: ProjectInfo | null): void => {
  Menu.setApplicationMenu(menu);
  if (mac) for (const window of windows) window.setRepresentedFilename(project?.path ?? '');
};
