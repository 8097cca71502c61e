import type { BrowserContext, Download, Request as PageRequest } from 'playwright-core';
import { toInner } from './chromium.ts';
import { createEvent, StrictEmitter, strict } from './strict.ts';

interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly uploadData?: readonly { readonly bytes: Buffer }[];
  readonly requestHeaders: Readonly<Record<string, string>>;
}
type BeforeRequest = (details: RequestDetails, answer: (verdict: { cancel?: boolean }) => void) => void;
type Notice = (details: RequestDetails) => void;
type AskPermission = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void;
type CheckPermission = (contents: unknown, permission: string, origin: string) => boolean;

const heard: { before?: BeforeRequest; send?: Notice; error?: Notice; ask?: AskPermission; check?: CheckPermission } =
  {};

/** Requests that the app let go to somebody else. The stand-in stops them, and tells the test. */
export const left: string[] = [];
export const refused: string[] = [];
let last = 0;

const resourceTypes: Readonly<Record<string, string>> = { document: 'mainFrame', fetch: 'xhr' };

export const detailsOf = (request: PageRequest): RequestDetails => {
  last += 1;
  const body = request.postDataBuffer();
  return {
    id: last,
    url: toInner(request.url()),
    method: request.method(),
    resourceType: resourceTypes[request.resourceType()] ?? request.resourceType(),
    requestHeaders: request.headers(),
    ...(body ? { uploadData: [{ bytes: body }] } : {}),
  };
};

/** What the app's listeners say. Without one Electron lets everything pass. */
export const passes = async (details: RequestDetails): Promise<boolean> => {
  const before = heard.before;
  const verdict = before ? await new Promise<{ cancel?: boolean }>((settle) => before(details, settle)) : {};
  if (verdict.cancel) {
    refused.push(details.url);
    heard.error?.(details);
    return false;
  }
  return true;
};

export const sends = (details: RequestDetails): void => {
  left.push(details.url);
  heard.send?.(details);
};

export const webSocketDetails = (url: string): RequestDetails => {
  last += 1;
  return { id: last, url, method: 'GET', resourceType: 'webSocket', requestHeaders: {} };
};

class Session extends StrictEmitter {
  constructor() {
    super(['will-download']);
  }
  readonly webRequest = strict('webRequest', {
    onBeforeRequest: (listener: BeforeRequest) => {
      heard.before = listener;
    },
    onSendHeaders: (listener: Notice) => {
      heard.send = listener;
    },
    onErrorOccurred: (listener: Notice) => {
      heard.error = listener;
    },
  });
  setPermissionRequestHandler(handler: AskPermission): void {
    heard.ask = handler;
  }
  setPermissionCheckHandler(handler: CheckPermission): void {
    heard.check = handler;
  }
  setDevicePermissionHandler(_handler: () => boolean): void {}
  setSpellCheckerEnabled(_on: boolean): void {}
}

export const defaultSession = strict('session', new Session());

/** Chromium's names for what Electron's handlers are asked. */
const permissions: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
};

/** Electron grants everything where the app sets no handler; so does the stand-in. */
export const applyPermissions = async (context: BrowserContext, contents: unknown, url: string): Promise<void> => {
  for (const [name, asked] of Object.entries(permissions)) {
    const granted = await new Promise<boolean>((settle) =>
      heard.ask ? heard.ask(contents, asked, settle, { requestingUrl: url, isMainFrame: true }) : settle(true),
    );
    const checked = heard.check ? heard.check(contents, asked, url) : true;
    if (granted && checked) await context.grantPermissions([name]);
  }
};

export const offerDownload = async (download: Download): Promise<void> => {
  const event = createEvent({});
  defaultSession.emit('will-download', event, { getURL: () => toInner(download.url()) });
  if (event.defaultPrevented) await download.cancel();
};
