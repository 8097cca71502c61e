import type { ComparisonField } from './comparison-fields.ts';

/** One field's shares of its levels among pairs where both have it; each sums to 1. */
export interface FieldShares {
  readonly field: ComparisonField;
  /** Among pairs of one customer. */
  readonly m: readonly number[];
  /** Among pairs of two customers who have nothing to do with each other. */
  readonly u: readonly number[];
  /** Among pairs of two customers of one household. */
  readonly h: readonly number[];
}

/**
 * A Fellegi-Sunter model (Fellegi & Sunter 1969, JASA 64, 1183) with a third kind of pair, the household, whose name,
 * address and phone agree without being one customer: without it they would be taken for one, since the fields do not
 * agree independently of each other there.
 */
export interface MatchModel {
  readonly fields: readonly FieldShares[];
  /** Share of all pairs of records that are one customer. */
  readonly prior: number;
  /** Share of all pairs that are two customers of one household. */
  readonly householdPrior: number;
  readonly iterations: number;
  /** Whether the shares had come to rest. */
  readonly converged: boolean;
}

/** What is believed of each field before any pair is seen; weighs as much as a few dozen pairs. */
export const firstGuess: readonly Omit<FieldShares, 'u'>[] = [
  {
    field: 'name',
    m: [0.72, 0.02, 0.1, 0.04, 0.03, 0.03, 0.04, 0.02],
    h: [0.03, 0.002, 0.02, 0.05, 0.66, 0.02, 0.018, 0.2],
  },
  { field: 'email', m: [0.7, 0.05, 0.05, 0.05, 0.15], h: [0.08, 0.005, 0.005, 0.01, 0.9] },
  { field: 'phone', m: [0.75, 0.03, 0.05, 0.17], h: [0.5, 0.01, 0.02, 0.47] },
  { field: 'address', m: [0.6, 0.08, 0.04, 0.08, 0.06, 0.14], h: [0.84, 0.06, 0.03, 0.04, 0.02, 0.01] },
  { field: 'birthDate', m: [0.94, 0.04, 0.02], h: [0.01, 0.02, 0.97] },
];
