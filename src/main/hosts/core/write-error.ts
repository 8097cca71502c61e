import { AppError, isAppError } from '../../../shared/errors.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that drive can only be read',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder of that name is there',
  ENOENT: 'that folder does not exist and cannot be made',
  EBUSY: 'another program has it open',
  ETXTBSY: 'another program has it open',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Turns what the system says to writing a file into an error a person can act on; AppErrors and bugs come back as they
 * are, so it may stand in any `catch`.
 * @param file name to show
 */
export const writeError = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || isAppError(error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('diskFull', { file }, error);
  const reason = reasons[String(error.code)];
  return reason === undefined ? error : new AppError('fileNotWritten', { file, reason }, error);
};
