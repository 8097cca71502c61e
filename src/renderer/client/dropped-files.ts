import { hasReadableEnding } from '../../shared/model/readable-files.ts';
import { desktop } from './desktop.ts';

/** Folders within a dropped folder that are looked into, and files taken from it. */
const deepest = 2;
const mostFiles = 500;

const { compare } = new Intl.Collator('en', { numeric: true });

/** A browser hands out the entries of a folder a hundred at a time. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((a, b) => compare(a.name, b.name));
    all.push(...some);
  }
};

const filesIn = async (folder: FileSystemDirectoryEntry, depth: number): Promise<File[]> => {
  const found: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (/^[.~]/.test(entry.name) || found.length >= mostFiles) continue;
    if (entry.isDirectory) {
      if (depth < deepest) found.push(...(await filesIn(entry as FileSystemDirectoryEntry, depth + 1)));
    } else if (hasReadableEnding(entry.name))
      found.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
  }
  return found;
};

/**
 * Dropped things as files: a folder stands for the files in it that can be read. A desktop window hands folders on as
 * they are, for it knows where they stand. Call while the drop is heard.
 */
export const filesOfDrop = async (transfer: DataTransfer): Promise<File[]> => {
  if (desktop !== null) return [...transfer.files];
  // All of it is gone once anything is waited for.
  const dropped: (File | FileSystemDirectoryEntry)[] = [];
  for (const item of transfer.items) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    const one = entry?.isDirectory === true ? (entry as FileSystemDirectoryEntry) : item.getAsFile();
    if (one !== null) dropped.push(one);
  }
  const files: File[] = [];
  for (const one of dropped) files.push(...(one instanceof File ? [one] : await filesIn(one, 0)));
  return files;
};
