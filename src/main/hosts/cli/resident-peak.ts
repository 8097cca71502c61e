import { readFileSync, writeFileSync } from 'node:fs';

/** Forgets the greatest resident size so far, where the system can; returns the present one, in bytes. */
export const resetPeak = (): number => {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere the peak since the start stands for it.
  }
  return process.memoryUsage.rss();
};

/** The greatest resident size since `resetPeak`, in bytes. */
export const residentPeak = (): number => {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not a Linux system.
  }
  return process.resourceUsage().maxRSS * 1024;
};
