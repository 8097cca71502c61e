const longest = 120;

/** A name without what a file system does not take. */
export const fileName = (name: string): string =>
  [
    ...name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
      .replaceAll(/[\u0000-\u001F\u2066-\u2069\\/:*?"<>|]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '');

/**
 * What a file is called: what it shows and on which day it was made, without what a file system does not take.
 * @param day as `2026-11-25`
 */
export const fileTitle = (title: string, day: string): string => {
  const short = fileName(title);
  return short === '' ? day : `${short} ${day}`;
};
