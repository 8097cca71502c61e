import { app } from 'electron';
import { type Message, message } from '../../../shared/model/message.ts';
import { say } from '../../../shared/words/say.ts';
import { readPreferences } from '../../services/preferences.ts';

let chosen: string | null = null;

/** The language of menus and dialogs: the person's, else the system's. */
export const language = (): string => chosen ?? app.getLocale();

/** Asks again what the person has chosen. */
export const refreshLanguage = async (userData: string): Promise<void> => {
  const known = (await readPreferences(userData)).language;
  chosen = known === 'auto' ? null : known;
};

export const told = (key: string, values: Message['values'] = {}): string => say(message(key, values), language());
