import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { refuseOutgoing } from '../../../../src/main/hosts/desktop/outgoing.ts';

type Listener = (details: object, answer: (verdict: object) => void) => void;

/** A session that asks as Electron's does, and can be told to send what was refused. */
const createSession = () => {
  const listeners: Record<string, Listener> = {};
  const hear = (event: string) => (listener: Listener) => {
    listeners[event] = listener;
  };
  const webRequest = new Proxy({}, { get: (_target, event: string) => hear(event) });
  const request = (url: string, uploadData?: readonly { bytes: Buffer }[]) => {
    const details = { id: 7, url, method: 'POST', requestHeaders: { host: 'a' }, uploadData };
    let cancelled = false;
    listeners.onBeforeRequest!(details, (verdict) => {
      cancelled = 'cancel' in verdict;
    });
    return { cancelled, send: () => listeners.onSendHeaders!(details, () => undefined) };
  };
  return { session: { webRequest } as unknown as Session, request };
};

describe('what the window may ask', () => {
  it('is the app itself and what never leaves the window', () => {
    const { session, request } = createSession();
    const outgoing = refuseOutgoing(session);
    for (const url of [
      'tessera://app/',
      'tessera://app/rpc/host/info',
      'data:,x',
      'blob:tessera://app/1',
      'devtools://devtools/x',
      'about:blank',
    ])
      expect(request(url).cancelled, url).toBe(false);
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://example.com/',
      'file:///etc/passwd',
      'tessera://other/',
      'ftp://a/',
      'no address',
    ])
      expect(request(url).cancelled, url).toBe(true);
    expect(outgoing.refused()).toBe(7);
    expect(outgoing.bytesSent()).toBe(0);
  });

  it('is counted where it is sent nonetheless, with its body', () => {
    const { session, request } = createSession();
    const outgoing = refuseOutgoing(session);
    request('tessera://app/').send();
    expect(outgoing.bytesSent()).toBe(0);
    request('https://example.com/', [{ bytes: Buffer.from('secret') }]).send();
    expect(outgoing.bytesSent()).toBe(Buffer.byteLength('POST https://example.com/\r\nhost: a\r\n\r\n') + 6);
  });
});
