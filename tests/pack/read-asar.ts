import { readFileSync } from 'node:fs';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

export interface PackedFile {
  readonly path: string;
  readonly unpacked: boolean;
  readonly hash: string | null;
  /** Empty where the file stands beside the archive. */
  readonly bytes: Buffer;
}

/**
 * Every file of an asar archive. The format: two Pickles, the second holding the directory as JSON; offsets count from
 * its end (https://github.com/electron/asar#format).
 */
export const readAsar = (path: string): PackedFile[] => {
  const archive = readFileSync(path);
  const start = 8 + archive.readUInt32LE(4);
  const directory = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as Entry;
  const walk = (entry: Entry, name: string): PackedFile[] => {
    if (entry.files)
      return Object.entries(entry.files).flatMap(([part, one]) => walk(one, name ? `${name}/${part}` : part));
    const unpacked = entry.unpacked === true;
    const from = start + Number(entry.offset ?? 0);
    const bytes = unpacked ? Buffer.alloc(0) : archive.subarray(from, from + (entry.size ?? 0));
    return [{ path: name, unpacked, hash: entry.integrity?.hash ?? null, bytes }];
  };
  return walk(directory, '');
};
