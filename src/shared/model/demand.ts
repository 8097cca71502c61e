/** Seasonal naive, exponential smoothing, theta, Croston's method without its bias, Teunter–Syntetos–Babai, and four together. */
export const demandModelNames = ['snaive', 'ets', 'theta', 'croston', 'tsb', 'combination'] as const;
export type DemandModelName = (typeof demandModelNames)[number];
