import type { Session, UploadData } from 'electron';
import { isAppUrl } from './scheme.ts';

/** What stays inside the window: no byte of these goes over a wire. */
const innerSchemes = ['data:', 'blob:', 'devtools:', 'about:'];

const isInner = (url: string): boolean =>
  isAppUrl(url) || (URL.canParse(url) && innerSchemes.includes(new URL(url).protocol));

const bodyBytes = (parts: readonly UploadData[] | undefined): number =>
  (parts ?? []).reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);

export interface Outgoing {
  /** Bytes of requests that were sent nonetheless. */
  bytesSent(): number;
  refused(): number;
}

/**
 * Refuses every request of the window that is not for the app itself, and measures at the last step before the wire
 * (`onSendHeaders`) what was sent in spite of that: the count in the status bar.
 */
export const refuseOutgoing = (session: Session): Outgoing => {
  let bytes = 0;
  let refused = 0;
  const bodies = new Map<number, number>();
  session.webRequest.onBeforeRequest(({ id, url, uploadData }, answer) => {
    if (isInner(url)) return answer({});
    refused += 1;
    bodies.set(id, bodyBytes(uploadData));
    answer({ cancel: true });
  });
  session.webRequest.onSendHeaders(({ id, url, method, requestHeaders }) => {
    if (isInner(url)) return;
    const head = Object.entries(requestHeaders).map(([key, value]) => `${key}: ${value}\r\n`);
    bytes += Buffer.byteLength(`${method} ${url}\r\n${head.join('')}\r\n`) + (bodies.get(id) ?? 0);
  });
  session.webRequest.onErrorOccurred(({ id }) => {
    bodies.delete(id);
  });
  return { bytesSent: () => bytes, refused: () => refused };
};
