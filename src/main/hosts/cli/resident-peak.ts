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

/** The greatest resident size of a process so far, in bytes; null where the system does not say, or it has ended. */
export const residentPeakOf = (process: number | 'self'): number | null => {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
};

/** The greatest resident size since `resetPeak`, in bytes. */
export const residentPeak = (): number => residentPeakOf('self') ?? process.resourceUsage().maxRSS * 1024;
