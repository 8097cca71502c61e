/**
 * A part of its own that the page runs before the app has been read: it asks what every start asks first, so that the
 * answers come while the app is still on its way. The app takes them where it would have asked (client/early-answers.ts).
 */
const ask = (method: string, body: string): Promise<Response> =>
  fetch(`/rpc/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

const info = ask('project/info', '{}');
/** Only where a project is open there is something to ask about it. */
const segmentation = info.then(async (answer) => {
  const { json } = (await answer.clone().json()) as { readonly json?: unknown };
  return json === null || !answer.ok ? null : ask('segmentation/get', '{"json":{}}');
});
const answers: readonly [string, Promise<Response | null>][] = [
  ['/rpc/project/info', info],
  ['/rpc/segmentation/get', segmentation],
];
// What fails here is asked again by the app, which says what is wrong.
for (const [, answer] of answers) answer.catch(() => undefined);
Object.assign(globalThis, { tesseraEarlyAnswers: new Map(answers) });

// A module, so that a test can bring it in; nothing of it is for others.
export {};
