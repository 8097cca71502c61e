import { isPlaceholder } from './is-placeholder.ts';

/** Frequent slips of the keyboard in the domains that most people have their mail with. */
const slips: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'gmail.om': 'gmail.com',
  'googlemail.com': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'hotmail.co': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outloo.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
  'iclod.com': 'icloud.com',
  'icloud.con': 'icloud.com',
  'gmx.ed': 'gmx.de',
  'gmx.dee': 'gmx.de',
  'web.ed': 'web.de',
  'we.de': 'web.de',
  't-online.ed': 't-online.de',
};

/** Names of mailboxes that many firms have: the same one elsewhere says nothing. */
const general = new Set([
  'info',
  'office',
  'mail',
  'contact',
  'kontakt',
  'sales',
  'shop',
  'admin',
  'hello',
  'service',
  'support',
  'noreply',
]);

export interface Email {
  /** The address in lower case. */
  readonly address: string;
  /** Where it arrives: slips in the domain mended, “+…” cut off, Gmail's dots left out. */
  readonly mailbox: string;
  /** What stands before the @ of the mailbox; null where many firms have it or it is too short to tell anybody. */
  readonly local: string | null;
}

/** An e-mail address in the forms that are compared; null where it is none, or one that only fills a box. O(length). */
export const normaliseEmail = (text: string): Email | null => {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^<|>$/g, '');
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || !/^[^\s@]+\.[^\s@.]{2,}$/.test(domain) || /\s/.test(address)) return null;
  const host = slips[domain] ?? domain;
  const bare = address.slice(0, at).replace(/\+.*$/, '') || address.slice(0, at);
  if (isPlaceholder(bare) || /^(no-?e?-?mail|no-?reply|donotreply)$/.test(bare) || /^example\./.test(host)) return null;
  const local = host === 'gmail.com' ? bare.replaceAll('.', '') : bare;
  return { address, mailbox: `${local}@${host}`, local: local.length < 5 || general.has(local) ? null : local };
};
