/**
 * Megabytes for what was made last. Rows and answers live for a moment: three spaces of 8 MB hold them, are collected
 * quickly, and keep the whole process small; larger ones were no faster.
 */
export const youngMb = 24;
