/** What a command needs of the command line that it is part of. */
export interface CommandSetting {
  /** Wraps a command's work, so that its errors are told and give an exit code. */
  action<Arguments extends unknown[]>(
    work: (...given: Arguments) => Promise<void>,
  ): (...given: Arguments) => Promise<void>;
  readonly wantsJson: boolean;
  /** Aborts with Ctrl-C. */
  readonly signal: AbortSignal;
}
