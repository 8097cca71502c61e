import type { CustomScheme } from 'electron';

const name = 'tessera';
const host = 'app';

/** The page and everything it asks for live here; no port is opened and no other program can ask. */
export const appScheme: CustomScheme = {
  scheme: name,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};
export const appOrigin = `${name}://${host}`;
export const appPage = `${appOrigin}/`;

/** Compared by parts: `tessera://app.evil` and `tessera://app@evil` begin the same. */
export const isAppUrl = (url: string): boolean => {
  try {
    const { protocol, host: asked, username, password } = new URL(url);
    return protocol === `${name}:` && asked === host && username === '' && password === '';
  } catch {
    return false;
  }
};
