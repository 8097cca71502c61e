/** Nothing but what the app serves itself. Inline styles only with this answer's nonce. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** For the app's page. */
export const pageHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': pagePolicy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
});

/** On every answer that does not say otherwise: whatever it holds, it is no page that may do anything. */
const everywhere: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export const secured = (answer: Response): Response => {
  for (const [name, value] of Object.entries(everywhere))
    if (!answer.headers.has(name)) answer.headers.set(name, value);
  return answer;
};
