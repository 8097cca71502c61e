import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** The body, read only when somebody reads it: what nobody wanted is thrown away after the answer. */
const bodyOf = (incoming: IncomingMessage): ReadableStream<Uint8Array> => {
  let chunks: AsyncIterator<Buffer> | null = null;
  return new ReadableStream(
    {
      pull: async (controller) => {
        chunks ??= incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
};

/** Node's request as the web's, aborted when the page goes away. */
export const toRequest = (incoming: IncomingMessage, outgoing: ServerResponse): Request => {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  const method = incoming.method ?? 'GET';
  const bodyless = method === 'GET' || method === 'HEAD';
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers,
    signal: gone.signal,
    ...(bodyless ? {} : { body: bodyOf(incoming), duplex: 'half' }),
  });
};

/** The web's answer through Node, streamed at the reader's pace. */
export const sendResponse = (response: Response, incoming: IncomingMessage, outgoing: ServerResponse): void => {
  outgoing.once('finish', () => {
    // Otherwise the unread rest would stand before the next request on this connection.
    if (incoming.complete) return;
    incoming.removeAllListeners('readable');
    incoming.resume();
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  const body = Readable.fromWeb(response.body as NodeReadableStream);
  outgoing.once('close', () => body.destroy());
  body.on('error', () => outgoing.destroy());
  body.pipe(outgoing);
};
