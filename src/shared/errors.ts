/**
 * Everything that can go wrong in a way a person can act on. The list is closed: one code, one sentence
 * (`words/errors.ts` holds the sentences), details that survive JSON. Anything else that is thrown is a bug and
 * reaches people as `internal`.
 */
export const errorCodes = [
  'fileMissing', // {file}
  'fileLocked', // {file}
  'fileUnreadable', // {file, reason}
  'fileEmpty', // {file}
  'fileHeaderOnly', // {file, sheet?}
  'fileNotWhatItSays', // {file, says, is}
  'fileTooWide', // {file, columns, limit}
  'fileTooLarge', // {file, megabytes, limitMegabytes}
  'fileDamaged', // {file, reason, row?}
  'fileChanged', // {file}: it changed between the preview and the import
  'fileKindUnknown', // {file, extension}
  'folderEmpty', // {file}: a folder without a file that can be read
  'isProject', // {file}: a project where data were asked for
  'noNumbers', // {file}: a table of text only
  'noCustomers', // {file?}: nothing left to segment
  'noOrders', // {}: nothing with a customer and a day
  'mappingIncomplete', // {file, missing, advice?}: what to export instead
  'tooFewCustomers', // {customers, needed}
  'tooFewToPredict', // {customers, neededCustomers, repeatBuyers, neededRepeatBuyers}
  'allAlike', // {customers}: no number tells one from another
  'tooManySegments', // {k, customers}
  'tooManyCustomers', // {customers, limit, method}
  'badNumber', // {file, row, column, value}
  'badHistory', // {file, row, problem}
  'badShape', // {file, row, expected, found}
  'diskFull', // {file}
  'fileNotWritten', // {file, reason}
  'projectMissing', // {file}
  'projectExists', // {file}
  'projectProtected', // {file}: its folder or the file may not be written, or takes no such name
  'projectLocked', // {file, owner}
  'projectFromFuture', // {file, version, supported}
  'projectDamaged', // {file, reason}
  'notAProject', // {file}
  'noProject', // {}: nothing is open
  'notFound', // {what, id}
  'nameTaken', // {name}: another segment has it, in this or an earlier division
  'nothingToUndo', // {}
  'nothingToRedo', // {}
  'busy', // {job}: one writing job at a time
  'badFormula', // {position, problem, what}
  'featureInUse', // {name, by}: another formula reads it
  'badInput', // {method, problem}
  'unknownMethod', // {method}
  'wrongUsage', // {problem}
  'cancelled', // {}
  'internal', // {reference}
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error a person can do something about. Its sentence is rendered from code and details, so it can be translated. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
export const isErrorCode = (code: unknown): code is ErrorCode => (errorCodes as readonly unknown[]).includes(code);
export const isCancelled = (error: unknown): boolean => isAppError(error) && error.code === 'cancelled';
