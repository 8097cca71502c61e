import { AppError, type ErrorCode, isAppError } from '../../shared/errors.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'fileMissing',
  ENOTDIR: 'fileMissing',
  EACCES: 'fileLocked',
  EPERM: 'fileLocked',
  EBUSY: 'fileLocked',
  ETXTBSY: 'fileLocked',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
};

const systemReasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder, not a file',
  EIO: 'the disk or the network did not answer',
  ESTALE: 'the network drive is gone',
  ENODEV: 'the drive is gone',
  ENXIO: 'the drive is gone',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'it is a link that leads nowhere',
  EROFS: 'the drive cannot be written to',
};

const codeOf = (error: Error): string | null => ('code' in error && typeof error.code === 'string' ? error.code : null);

/**
 * Turns what the system and the unpacking of compressed data throw into an error a person can act on. AppErrors and
 * bugs come back as they are, so it may stand in any `catch`.
 * @param file name to show
 */
export const fileError = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || isAppError(error)) return error;
  if (error.name === 'AbortError') return new AppError('cancelled', {}, error);
  const code = codeOf(error);
  if (code === null) return error;
  const known = codes[code];
  if (known) return new AppError(known, { file }, error);
  // zlib ends a stream that stops in the middle with Z_BUF_ERROR.
  if (code === 'Z_BUF_ERROR') return new AppError('fileDamaged', { file, reason: 'it ends too early' }, error);
  if (/^Z_(DATA|STREAM|NEED)/.test(code))
    return new AppError('fileDamaged', { file, reason: 'its packed contents cannot be unpacked' }, error);
  const reason = systemReasons[code] ?? ('syscall' in error ? `the computer answered ${code}` : null);
  return reason === null ? error : new AppError('fileUnreadable', { file, reason }, error);
};
