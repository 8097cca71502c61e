import { readFileSync } from 'node:fs';

/** The two JavaScript worlds of a page with `contextIsolation`: the page's own, and the preload's. */
export const isolatedWorld = 'Electron Isolated Context';
/** In the preload's world only: takes a message to the main process. */
export const binding = '__standInSend';

/**
 * Runs in the page's world: builds what the preload exposes. The worlds share the DOM, not their objects; an event's
 * `detail` is cloned from one into the other, at once, so that a call can return a value.
 */
const mainWorld = (key: string): void => {
  const callbacks = new Map<number, (...given: unknown[]) => unknown>();
  const settles = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  interface Answer {
    readonly id: number;
    readonly value?: unknown;
    readonly error?: string;
    readonly promise?: boolean;
  }
  const call = (api: string, method: string, given: readonly unknown[]): unknown => {
    last += 1;
    const id = last;
    const words = given.map((one) => {
      if (typeof one !== 'function') return { value: one };
      last += 1;
      callbacks.set(last, one as (...given: unknown[]) => unknown);
      return { callback: last };
    });
    let answer: Answer | null = null;
    const hear = (event: Event) => {
      answer = (event as CustomEvent<Answer>).detail;
    };
    window.addEventListener(`${key}:answer`, hear, { once: true });
    window.dispatchEvent(new CustomEvent(`${key}:call`, { detail: { id, api, method, words } }));
    window.removeEventListener(`${key}:answer`, hear);
    const got = answer as Answer | null;
    if (got === null) throw new Error('An object could not be cloned.');
    if (got.error !== undefined) throw new Error(got.error);
    if (got.promise) return new Promise((resolve, reject) => settles.set(id, { resolve, reject }));
    return got.value;
  };
  window.addEventListener(`${key}:expose`, (event) => {
    const { name, methods } = (event as CustomEvent<{ name: string; methods: string[] }>).detail;
    const api = Object.fromEntries(
      methods.map((method) => [method, (...given: unknown[]) => call(name, method, given)]),
    );
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
  });
  // Electron asks the app before there is a window; a browser only tells that there is one.
  const open = (url: string, name: string) => {
    const detail = { url: new URL(url, document.baseURI).href, name };
    window.dispatchEvent(new CustomEvent(`${key}:open`, { detail }));
    return null;
  };
  window.open = (url = 'about:blank', name = '') => open(String(url), name);
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link?.target || ['_self', '_top', '_parent'].includes(link.target)) return;
    event.preventDefault();
    open(link.href, link.target);
  });
  window.addEventListener(`${key}:settled`, (event) => {
    const { id, value, error } = (event as CustomEvent<Answer>).detail;
    const settle = settles.get(id);
    settles.delete(id);
    if (error === undefined) settle?.resolve(value);
    else settle?.reject(new Error(error));
  });
  window.addEventListener(`${key}:callback`, (event) => {
    const { callback, given } = (event as CustomEvent<{ callback: number; given: unknown[] }>).detail;
    callbacks.get(callback)?.(...given);
  });
};

/** Runs in the preload's world: the part of `electron` that a sandboxed preload gets, then the preload itself. */
const preloadWorld = (key: string, send: string, files: readonly KnownFile[], preload: Preload): void => {
  if (window.top !== window) return;
  const out = (name: string, detail: unknown) => window.dispatchEvent(new CustomEvent(`${key}:${name}`, { detail }));
  const strict = (name: string, value: object) =>
    new Proxy(value, {
      get: (target, property, self) => {
        if (property in target || typeof property === 'symbol') return Reflect.get(target, property, self);
        throw new Error(`The stand-in has no ${name}.${property} in a preload.`);
      },
    });
  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
    if (value instanceof Uint8Array) {
      let text = '';
      for (let at = 0; at < value.length; at += 32_768) text += String.fromCharCode(...value.subarray(at, at + 32_768));
      return { $: 'bytes', of: btoa(text) };
    }
    if (Array.isArray(value)) return value.map(encode);
    if (Object.prototype.toString.call(value) === '[object Object]')
      return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, encode(one)]));
    throw new Error(`The stand-in cannot carry ${Object.prototype.toString.call(value)}.`);
  };
  const decode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(decode);
    const marked = value as { $?: string; of?: string };
    if (marked.$ === 'undefined') return undefined;
    if (marked.$ === 'bytes') return Uint8Array.from(atob(marked.of ?? ''), (one) => one.charCodeAt(0));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, decode(one)]));
  };

  let last = 0;
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, ((event: object, ...given: unknown[]) => void)[]>();
  const known = [...files];
  const ipcRenderer = strict('ipcRenderer', {
    invoke: (channel: string, ...given: unknown[]) => {
      last += 1;
      const id = last;
      const words = encode(structuredClone(given));
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        (globalThis as unknown as Record<string, (text: string) => void>)[send]!(
          JSON.stringify({ id, channel, words }),
        );
      });
    },
    on: (channel: string, listener: (event: object, ...given: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
    },
  });
  Object.assign(globalThis, {
    __standIn: {
      answer: (id: number, result: { value?: unknown; error?: string }) => {
        const one = pending.get(id);
        pending.delete(id);
        if (result.error === undefined) one?.resolve(decode(result.value));
        else one?.reject(new Error(result.error));
      },
      message: (channel: string, words: unknown) => {
        for (const listener of listeners.get(channel) ?? []) listener({}, ...(decode(words) as unknown[]));
      },
      know: (more: readonly KnownFile[]) => known.push(...more),
    },
  });

  const tell = (globalThis as unknown as Record<string, (text: string) => void>)[send]!;
  window.addEventListener(`${key}:open`, (event) =>
    tell(JSON.stringify({ open: (event as CustomEvent<{ url: string; name: string }>).detail })),
  );

  type Method = (...given: unknown[]) => unknown;
  const apis = new Map<string, Record<string, Method>>();
  window.addEventListener(`${key}:call`, (event) => {
    const { detail } = event as CustomEvent<{
      id: number;
      api: string;
      method: string;
      words: { value?: unknown; callback?: number }[];
    } | null>;
    // What could not be cloned arrives as nothing; the page's side throws.
    if (detail === null) return;
    const { id, api, method, words } = detail;
    const given = words.map(({ value, callback }) =>
      callback === undefined ? value : (...back: unknown[]) => out('callback', { callback, given: back }),
    );
    try {
      const value = apis.get(api)![method]!(...given);
      if (!(value instanceof Promise)) return void out('answer', { id, value });
      out('answer', { id, promise: true });
      value.then(
        (result: unknown) => out('settled', { id, value: result }),
        (error: unknown) => out('settled', { id, error: error instanceof Error ? error.message : String(error) }),
      );
    } catch (error) {
      out('answer', { id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  const electron = strict('electron', {
    ipcRenderer,
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (name: string, api: Record<string, Method>) => {
        for (const [method, value] of Object.entries(api))
          if (typeof value !== 'function')
            throw new Error(`The stand-in exposes functions only, not ${name}.${method}.`);
        apis.set(name, api);
        out('expose', { name, methods: Object.keys(api) });
      },
    }),
    webUtils: strict('webUtils', {
      /** A page cannot know it; the test says what the system would. */
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File.');
        return known.find(({ name, size }) => name === file.name && size === file.size)?.path ?? '';
      },
    }),
  });
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload cannot require ${name}.`);
  };
  const module = { exports: {} };
  preload(module.exports, require, module);
};

/** A preload is a CommonJS script that Electron wraps. */
type Preload = (exports: object, require: (name: string) => unknown, module: object) => void;

/** A file on a disk, as a dropped file is known again. */
export interface KnownFile {
  readonly name: string;
  readonly size: number;
  readonly path: string;
}

/** The two scripts as Chromium takes them, to run before any of the page's own. */
export const worldScripts = (key: string, preload: string, files: readonly KnownFile[]) => {
  const given = [key, binding, files].map((one) => JSON.stringify(one)).join(',');
  const wrapped = `function (exports, require, module) {${readFileSync(preload, 'utf8')}\n}`;
  return { page: `(${mainWorld})(${JSON.stringify(key)})`, preload: `(${preloadWorld})(${given}, ${wrapped})` };
};
