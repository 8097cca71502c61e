import { onlyKeys, strict } from './strict.ts';

/** What a person will answer to the next dialogs; one without an answer is an error of the test. */
export const answers: { readonly open: string[][]; readonly save: (string | null)[] } = { open: [], save: [] };
export const shownDialogs: { readonly kind: string; readonly options: object }[] = [];
export const opened: string[] = [];

export const dialog = strict('dialog', {
  showOpenDialog: async (_window: object, options: object) => {
    onlyKeys('open dialog', options, ['title', 'properties', 'filters', 'defaultPath']);
    shownDialogs.push({ kind: 'open', options: structuredClone(options) });
    const filePaths = answers.open.shift();
    if (!filePaths) throw new Error('Nobody answers this open dialog.');
    return { canceled: filePaths.length === 0, filePaths };
  },
  showSaveDialog: async (_window: object, options: object) => {
    onlyKeys('save dialog', options, ['title', 'properties', 'filters', 'defaultPath']);
    shownDialogs.push({ kind: 'save', options: structuredClone(options) });
    const filePath = answers.save.shift();
    if (filePath === undefined) throw new Error('Nobody answers this save dialog.');
    return { canceled: filePath === null, filePath: filePath ?? '' };
  },
  showErrorBox: (title: string, content: string) => {
    shownDialogs.push({ kind: 'error', options: { title, content } });
    console.error(`${title}: ${content}`);
  },
});

export const shell = strict('shell', {
  openPath: async (path: string) => {
    opened.push(path);
    return '';
  },
});

const display = { id: 1, workArea: { x: 0, y: 0, width: 1440, height: 900 } };
export const screen = strict('screen', { getPrimaryDisplay: () => display, getAllDisplays: () => [display] });
export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });
