/** How often it is looked whether whoever started us is still there. */
const lookEveryMs = 2_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `end` when the process is told to stop, its terminal goes, or whoever started it does. Ctrl-C may come twice, from
 * the terminal and from whoever started us (npm does); the second one must not cut short what the first one began.
 * @param end may be called again
 * @returns a function that stops listening
 */
export const untilEnded = (end: () => void): (() => void) => {
  for (const signal of signals) process.on(signal, end);
  const { stdin } = process;
  // A terminal that is closed ends its input.
  const fromTerminal = stdin.isTTY === true;
  if (fromTerminal) stdin.once('end', end).resume();
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid !== parent) end();
  }, lookEveryMs).unref();
  return () => {
    for (const signal of signals) process.off(signal, end);
    if (fromTerminal) stdin.off('end', end).pause();
    clearInterval(look);
  };
};
