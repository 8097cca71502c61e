import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';

/** Megabytes after collection: of the page and its drawing, and of the host. */
export interface Memory {
  readonly 'heap of the page': number;
  readonly 'memory of the page and its drawing': number;
  readonly 'heap of the host': number;
  readonly 'memory of the host': number;
}

const mega = 1024 * 1024;

/** Resident megabytes of a process, as Linux counts them. */
const residentOf = (pid: number): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (!kilobytes) throw new Error(`No resident memory is known of process ${pid}.`);
  return Number(kilobytes[1]) / 1024;
};

interface Inspector {
  ask<T>(method: string): Promise<T>;
  close(): void;
}

/** Node's own inspector of the host, which was started with `--inspect=127.0.0.1:port`. */
const inspect = async (port: number): Promise<Inspector> => {
  const list = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(list[0]!.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let last = 0;
  const ask = <T>(method: string): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const hear = (event: MessageEvent) => {
        const answer = JSON.parse(String(event.data)) as { id?: number; result?: T; error?: { message: string } };
        if (answer.id !== id) return;
        socket.removeEventListener('message', hear);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result!);
      };
      socket.addEventListener('message', hear);
      socket.send(JSON.stringify({ id, method }));
    });
  return { ask, close: () => socket.close() };
};

/** What Playwright holds of a page in this process; no part of its interface. */
interface DrivenPage {
  readonly _connection: {
    toImpl(page: Page): {
      readonly delegate: { readonly _mainFrameSession: { readonly _client: Pick<CDPSession, 'send'> } };
    };
  };
}

/**
 * Whoever drives a page listens to what it asks for over the network, and the browser keeps every request and its answer
 * within the page for that. It is no memory of the app, and its pieces lie scattered among the app's: nobody listens here.
 */
export const hearNoRequests = async (page: Page): Promise<void> => {
  const driven = (page as unknown as DrivenPage)._connection.toImpl(page);
  await driven.delegate._mainFrameSession._client.send('Network.disable');
};

/** Idle, a browser gives back what it holds ready; so does one whose user looks at the page for a moment. */
const idleMs = 10_000;

interface MemoryReader {
  read(): Promise<Memory>;
  close(): Promise<void>;
}

/** Reads the memory of a page and of its host; both collect their garbage first. */
export const memoryReader = async (
  browser: Browser,
  page: Page,
  host: { readonly pid: number; readonly inspectorPort: number },
): Promise<MemoryReader> => {
  const ofPage = await page.context().newCDPSession(page);
  const ofBrowser = await browser.newBrowserCDPSession();
  const ofHost = await inspect(host.inspectorPort);
  const collect = async (session: CDPSession) => {
    for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  };
  const read = async (): Promise<Memory> => {
    await collect(ofPage);
    await page.waitForTimeout(idleMs);
    await collect(ofPage);
    for (let turn = 0; turn < 3; turn += 1) await ofHost.ask('HeapProfiler.collectGarbage');
    const inPage = await ofPage.send('Runtime.getHeapUsage');
    const inHost = await ofHost.ask<{ usedSize: number }>('Runtime.getHeapUsage');
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');
    return {
      'heap of the page': inPage.usedSize / mega,
      'memory of the page and its drawing': drawing.reduce((sum, { id }) => sum + residentOf(id), 0),
      'heap of the host': inHost.usedSize / mega,
      'memory of the host': residentOf(host.pid),
    };
  };
  const close = async () => {
    ofHost.close();
    await ofPage.detach();
    await ofBrowser.detach();
  };
  return { read, close };
};
