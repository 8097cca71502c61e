import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Preferences,
  type PreferencesChange,
  preferencesSchema,
  usualPreferences,
} from '../../shared/model/preferences.ts';

const fileOf = (userData: string) => join(userData, 'preferences.json');
/** More than any screens together have to remember; what was remembered longest ago goes first. */
const most = 300;

/** A file that cannot be read is as if there were none: it holds nothing but habits. */
export const readPreferences = async (userData: string): Promise<Preferences> => {
  try {
    return preferencesSchema.parse(JSON.parse(await readFile(fileOf(userData), 'utf8')));
  } catch {
    return usualPreferences;
  }
};

const changed = (before: Preferences, change: PreferencesChange): Preferences => {
  const { remembered = {} } = change;
  const others = Object.entries(before.remembered).filter(([name]) => !(name in remembered));
  const news = Object.entries(remembered).filter(([, value]) => value !== null);
  return {
    language: change.language ?? before.language,
    scheme: change.scheme ?? before.scheme,
    contrast: change.contrast ?? before.contrast,
    tourSeen: change.tourSeen ?? before.tourSeen,
    remembered: Object.fromEntries([...others, ...news].slice(-most)),
  };
};

/** One change after the other, each replacing the file in one step. */
export const createPreferenceServices = (userData: string) => {
  let line: Promise<unknown> = Promise.resolve();
  const write = async (change: PreferencesChange): Promise<Preferences> => {
    const now = changed(await readPreferences(userData), change);
    const beside = `${fileOf(userData)}.${randomUUID()}`;
    try {
      await mkdir(userData, { recursive: true });
      await writeFile(beside, JSON.stringify(now, null, 2));
      await rename(beside, fileOf(userData));
    } catch {
      // A full disk or a protected folder: the choice holds as long as the window is open.
      await rm(beside, { force: true });
    }
    return now;
  };
  return {
    set: (change: PreferencesChange): Promise<Preferences> => {
      const next = line.then(() => write(change));
      line = next.catch(() => undefined);
      return next;
    },
  };
};
