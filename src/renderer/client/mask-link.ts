import type { ClientContext, ClientLink } from '@orpc/client';
import type { Source } from '../../shared/model/source.ts';
import { knowSources } from './mask.ts';
import { masks, unmasked } from './mask-answers.ts';
import { isMasking } from './masking.ts';

type AnyMask = ((answer: unknown, input: unknown) => unknown) | null;

const maskOf = (path: readonly string[]): AnyMask => {
  const domain = (masks as Readonly<Record<string, Readonly<Record<string, AnyMask>>>>)[path[0] ?? ''];
  return domain?.[path[1] ?? ''] ?? null;
};

const isStream = (answer: unknown): answer is AsyncIterator<unknown, unknown> =>
  typeof answer === 'object' && answer !== null && 'next' in answer && typeof answer.next === 'function';

/**
 * The way to the host, on which every answer loses what it tells of people while somebody presents. It is the only way
 * by which names reach the page, so no screen has to think of it.
 */
export const maskLink = <Context extends ClientContext>(link: ClientLink<Context>): ClientLink<Context> => ({
  call: async (path, input, options) => {
    const answer = await link.call(path, unmasked(input), options);
    // Which columns tell of people is learnt at any time, so that it is known when somebody begins to present.
    if (path.join('.') === 'source.list') knowSources(answer as Source[]);
    const mask = maskOf(path);
    if (mask === null) return answer;
    const shown = (result: unknown): unknown => (isMasking() ? mask(result, input) : result);
    if (!isStream(answer)) return shown(answer);
    return {
      next: async () => {
        const step = await answer.next();
        return step.done ? { done: true, value: shown(step.value) } : step;
      },
      return: (value?: unknown) => answer.return?.(value) ?? Promise.resolve({ done: true, value }),
      throw: (error?: unknown) => answer.throw?.(error) ?? Promise.reject(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  },
});
