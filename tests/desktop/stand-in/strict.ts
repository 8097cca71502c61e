import { EventEmitter } from 'node:events';

/** An object that throws when anything is asked of it that it does not have: the stand-in never pretends. */
export const strict = <Value extends object>(name: string, value: Value): Value =>
  new Proxy(value, {
    get: (target, key) => {
      if (!(key in target) && typeof key !== 'symbol' && key !== 'then')
        throw new Error(`The stand-in has no ${name}.${key}.`);
      const found: unknown = Reflect.get(target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });

/** Events of known names only. */
export class StrictEmitter extends EventEmitter {
  readonly #known: readonly string[];

  constructor(known: readonly string[]) {
    super();
    this.#known = known;
  }

  override on(name: string, listener: (...given: never[]) => void): this {
    if (!this.#known.includes(name)) throw new Error(`The stand-in has no event ${name}.`);
    return super.on(name, listener as (...given: unknown[]) => void);
  }

  override once(name: string, listener: (...given: never[]) => void): this {
    if (!this.#known.includes(name)) throw new Error(`The stand-in has no event ${name}.`);
    return super.once(name, listener as (...given: unknown[]) => void);
  }
}

/** An event that can be prevented, with what Electron puts on it. */
export const createEvent = <More extends object>(more: More) => {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
};

/** Keys that the stand-in knows; anything else is an option whose meaning it would only pretend. */
export const onlyKeys = (what: string, value: object, known: readonly string[]): void => {
  for (const key of Object.keys(value))
    if (!known.includes(key)) throw new Error(`The stand-in knows no ${what}.${key}.`);
};
