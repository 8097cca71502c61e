/** Markup that is safe to put on the page: made by `html` only, so that whatever came from a file was escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlPart = string | number | Html | null | readonly HtmlPart[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. What no document can hold becomes U+FFFD. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign]!);

const markupOf = (part: HtmlPart): string => {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return escapeText(String(part));
};

/**
 * A template of markup. Values are escaped unless they are markup themselves; lists are joined, null is nothing.
 * Values stand between tags or inside quoted attributes, nowhere else.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html =>
  new Html(strings.reduce((text, string, i) => text + markupOf(values[i - 1] ?? null) + string));

/** Written by us, never by a file. */
export const trusted = (markup: string): Html => new Html(markup);
