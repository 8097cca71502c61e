import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const origin = 'http://127.0.0.1:1';
const asked: string[] = [];

/** As the page does it: what was asked early is left first, then the app is read. */
const open = async (early: Readonly<Record<string, Promise<Response | null>>> | null) => {
  vi.resetModules();
  Object.assign(globalThis, { tesseraEarlyAnswers: early === null ? undefined : new Map(Object.entries(early)) });
  const { fetchOrTakeEarly } = await import('../../../src/renderer/client/early-answers.ts');
  return async (pathname: string): Promise<string> =>
    (await fetchOrTakeEarly(new Request(`${origin}${pathname}`, { method: 'POST', body: '{}' }), {})).text();
};

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(new URL(request.url).pathname);
    return new Response('now');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const info = '/rpc/project/info';
const segmentation = '/rpc/segmentation/get';
const early = () => ({
  [info]: Promise.resolve(new Response('early')),
  [segmentation]: Promise.resolve(new Response('early')),
});

describe('what was asked before the app was there', () => {
  it('is taken once', async () => {
    const ask = await open(early());
    expect(await ask(info)).toBe('early');
    expect(await ask('/rpc/source/list')).toBe('now');
    expect(await ask(segmentation)).toBe('early');
    expect(await ask(info)).toBe('now');
    expect(asked).toEqual(['/rpc/source/list', info]);
  });

  it('counts no more once something was changed', async () => {
    const ask = await open(early());
    await ask('/rpc/segment/rename');
    expect(await ask(info)).toBe('now');
  });

  it('counts no more after a while', async () => {
    const ask = await open(early());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await ask(info)).toBe('now');
  });

  it('is asked again where it failed, or was not asked', async () => {
    const failed = Promise.reject(new TypeError('Failed to fetch'));
    const ask = await open({ [info]: failed, [segmentation]: Promise.resolve(null) });
    expect(await ask(info)).toBe('now');
    expect(await ask(segmentation)).toBe('now');
    expect(await (await open(null))(info)).toBe('now');
  });
});
