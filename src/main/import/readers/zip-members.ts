import { AppError } from '../../../shared/errors.ts';
import { type FileIdentity, readRange } from './file-bytes.ts';
import { type ByteSource, readZipEntry, type ZipDirectory, type ZipEntry } from './zip.ts';

/** More files than anybody means to read at once. */
const mostMembers = 500;

const leadsOutside = (name: string): boolean =>
  name.split('/').includes('..') || /^[a-z]:/i.test(name) || name.startsWith('/');

/** Names that are printed oddly, or print what stands after them oddly. */
const isUnprintable = (name: string): boolean => /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]/u.test(name);

const isHidden = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
  /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(name);

/**
 * The files of an archive that a person put there, in the order of their names. Nothing is ever unpacked onto the disk;
 * names that try to lead somewhere are refused all the same, because the archive is not what it seems.
 * @throws AppError `fileDamaged`, `fileUnreadable`
 */
export const membersOf = (file: string, directory: ZipDirectory): ZipEntry[] => {
  const entries = [...directory.values()].filter(({ name }) => !name.endsWith('/'));
  if (entries.some(({ name }) => leadsOutside(name)))
    throw new AppError('fileDamaged', { file, reason: 'a name in it leads outside of it' });
  if (entries.some(({ name }) => isUnprintable(name)))
    throw new AppError('fileDamaged', { file, reason: 'a name in it cannot be shown' });
  const members = entries.filter(({ name, bytes }) => !isHidden(name) && bytes > 0);
  if (members.length > mostMembers)
    throw new AppError('fileUnreadable', { file, reason: `it holds more than ${mostMembers} files` });
  const { compare } = new Intl.Collator('en', { numeric: true });
  return members.sort((a, b) => compare(a.name, b.name));
};

/** One file of an archive, to be read like any other; errors call it by both names. */
export const memberIdentity = (archive: FileIdentity, entry: ZipEntry): FileIdentity => {
  const file = `${archive.file}/${entry.name}`;
  return {
    ...archive,
    file,
    unpack: (handle, signal, onFraction) => {
      const source: ByteSource = {
        file,
        bytes: archive.bytes,
        read: (start, end, ...rest) => readRange(handle, start, end, rest[0], rest[1]),
      };
      return readZipEntry(source, entry, signal, (bytes) => onFraction(bytes / Math.max(1, entry.packedBytes)));
    },
  };
};
