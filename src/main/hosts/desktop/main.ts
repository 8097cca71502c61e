import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, protocol, session, shell } from 'electron';
import { type DesktopCommand, desktopChannels } from '../../../shared/api/desktop-bridge.ts';
import { sayError } from '../../../shared/words/say.ts';
import type { ServicePaths } from '../../services/services.ts';
import { toAppError } from '../../workers/wire-error.ts';
import { plainAnswer } from '../core/answers.ts';
import { appFile, unpackedFile } from '../core/app-file.ts';
import { privateTemporaryFolder } from '../core/default-paths.ts';
import { secured } from '../core/headers.ts';
import { type Core, startCore } from '../core/start-core.ts';
import { version } from '../core/version.ts';
import { createWebHandler } from '../core/web-handler.ts';
import { answerPage } from './answer-page.ts';
import { givenPaths, handoverSchema } from './given-paths.ts';
import { hardenContents, hardenProcess, hardenSession } from './harden.ts';
import { language, refreshLanguage, told } from './language.ts';
import { buildMenu, showMenu } from './menu.ts';
import { openWindow } from './open-window.ts';
import { refuseOutgoing } from './outgoing.ts';
import { appOrigin, appScheme, isAppUrl } from './scheme.ts';

/** Files that were asked for before a page could hear of them. */
const waiting: string[] = givenPaths(process.argv, process.cwd());
const listening = new WeakSet<BrowserWindow>();

const electronPaths = (): ServicePaths => {
  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true });
  return {
    userData,
    documents: join(app.getPath('documents'), 'Tessera'),
    temporary: privateTemporaryFolder(),
    assets: unpackedFile('assets'),
  };
};

const frontWindow = (): BrowserWindow | null =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null;

const bringForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

/** To the page in front, or kept until there is one that listens. */
const openPaths = (paths: readonly string[]): void => {
  const window = frontWindow();
  if (window) bringForward(window);
  if (paths.length === 0) return;
  if (window && listening.has(window)) send(window, { do: 'openPaths', paths });
  else waiting.push(...paths);
};

const send = (window: BrowserWindow, command: DesktopCommand): void =>
  window.webContents.send(desktopChannels.command, command);

const serve = (core: Core): void => {
  const handle = createWebHandler({ core, rendererFolder: appFile('out', 'renderer') });
  protocol.handle(appScheme.scheme, (request) => {
    const origin = request.headers.get('origin');
    if (!isAppUrl(request.url) || (origin !== null && origin !== appOrigin))
      return secured(plainAnswer(403, 'This address is not Tessera’s.'));
    return handle(request);
  });
};

const start = async (): Promise<void> => {
  const paths = electronPaths();
  const outgoing = refuseOutgoing(session.defaultSession);
  hardenSession(session.defaultSession);
  const core = await startCore({
    kind: 'desktop',
    paths,
    measured: { bytesSent: outgoing.bytesSent, by: 'measured.desktop' },
  });
  serve(core);

  const command = (asked: DesktopCommand): void => {
    const window = frontWindow() ?? open();
    if (listening.has(window)) send(window, asked);
    else if (asked.do === 'openPaths') waiting.push(...asked.paths);
  };
  const refreshMenu = async (): Promise<void> => {
    const [project, recents] = await Promise.all([
      core.client.project.info(),
      core.client.project.recents(),
      refreshLanguage(paths.userData),
    ]);
    if (project) app.addRecentDocument(project.path);
    const menu = buildMenu({ project, recents, locale: language() }, { command, newWindow: open, showProjects });
    showMenu(menu, BrowserWindow.getAllWindows(), project);
  };
  const showProjects = (): void => {
    mkdirSync(paths.documents, { recursive: true });
    void shell.openPath(paths.documents);
  };
  const open = (): BrowserWindow => openWindow(paths.userData);

  answerPage({
    core,
    onListening: (window) => {
      listening.add(window);
      // A page that begins anew may have been given another language.
      void refreshMenu();
      if (waiting.length > 0) send(window, { do: 'openPaths', paths: waiting.splice(0) });
    },
    onProjectChanged: refreshMenu,
    onNewWindow: () => void open(),
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    // The project becomes one file again before the process goes.
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      rmSync(paths.temporary, { recursive: true, force: true });
      app.quit();
    });
  });
  await refreshMenu();
  app.setAboutPanelOptions({
    applicationName: told('app.name'),
    applicationVersion: version,
    copyright: told('desktop.about'),
  });
  open();
};

protocol.registerSchemesAsPrivileged([appScheme]);
hardenProcess(app);
app.on('web-contents-created', (_event, contents) => hardenContents(contents));
app.on('open-file', (event, path) => {
  event.preventDefault();
  openPaths([path]);
});
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

// One process a person: a project has one writer, and all windows share it.
if (app.requestSingleInstanceLock({ paths: waiting })) {
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const { data } = handoverSchema.safeParse(handedOver);
    openPaths(data?.paths ?? []);
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox(told('desktop.failed'), sayError(toAppError(error), language()));
      app.exit(1);
    });
} else app.quit();
