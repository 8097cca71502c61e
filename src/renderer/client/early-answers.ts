/** Left by ask-early.ts, each for one use. */
const left = (globalThis as { tesseraEarlyAnswers?: Map<string, Promise<Response | null>> }).tesseraEarlyAnswers;

/** What was asked early may be taken so long; later it may have changed. */
const freshMs = 10_000;
if (left) setTimeout(() => left.clear(), freshMs);

/**
 * Asks the host, unless the page has asked the same before the app was there: then that answer is taken, once.
 * A page that changes something forgets what it asked before.
 */
export const fetchOrTakeEarly = async (request: Request, init: RequestInit): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const early = left?.get(pathname);
  if (left && !early && !isOnlyAsking(pathname)) left.clear();
  left?.delete(pathname);
  const answer = early ? await early.catch(() => null) : null;
  return answer ?? fetch(request, init);
};

/** Methods that a start asks and that change nothing. */
const isOnlyAsking = (pathname: string): boolean => /\/(get|info|list|page|watched)$/.test(pathname);
