/**
 * Customer records side by side, a column a field; a field that no source has is left out. Entry i of each column belongs
 * to record i; null and '' mean missing. Text as the sources wrote it, birth dates as ISO days.
 */
export interface IdentityRecords {
  readonly count: number;
  /** The shop's own customer number, with its source before it where two sources count by themselves. */
  readonly key?: readonly (string | null)[];
  readonly email?: readonly (string | null)[];
  readonly phone?: readonly (string | null)[];
  readonly firstName?: readonly (string | null)[];
  readonly lastName?: readonly (string | null)[];
  readonly fullName?: readonly (string | null)[];
  readonly street?: readonly (string | null)[];
  readonly postalCode?: readonly (string | null)[];
  readonly city?: readonly (string | null)[];
  readonly birthDate?: readonly (string | null)[];
}

/** Fields of which equal values mean one customer where a person says so. */
export type KeyField = 'key' | 'email' | 'phone';

/** What a person said of two records. Later ones count more than earlier ones. */
export interface PersonDecision {
  readonly a: number;
  readonly b: number;
  readonly verdict: 'same' | 'different';
}
