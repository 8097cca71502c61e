import type { App, Session, WebContents, WebPreferences } from 'electron';
import { isAppUrl } from './scheme.ts';

/** Of every window. Several are Electron’s defaults, said here so that no later default changes them. */
export const strictPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // Its dictionaries would come from outside.
  spellcheck: false,
};

/** Before Electron is ready. */
export const hardenProcess = (app: App): void => {
  app.enableSandbox();
  // What asks past the session (a prefetch, a background service) finds no name either.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
};

/** Writing text and pictures to the clipboard, as “Copy” does; reading it is not asked for and not given. */
const mayWriteClipboard = (permission: string, url: string): boolean =>
  permission === 'clipboard-sanitized-write' && isAppUrl(url);

/**
 * Nobody gets a device or a download; files are saved through the system’s dialog. The only permission is the one to
 * copy, and only for the app’s own page.
 */
export const hardenSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayWriteClipboard(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayWriteClipboard(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
};

/** The window shows the app’s page, and nothing leads away from it. */
export const hardenContents = (contents: WebContents): void => {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The one way out that neither the content policy nor the session sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};
