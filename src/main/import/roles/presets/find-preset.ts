import type { ColumnRole } from '../../../../shared/model/column.ts';
import { headerWords } from '../header-words.ts';
import { amazon } from './amazon.ts';
import { ebay } from './ebay.ts';
import { etsy } from './etsy.ts';
import type { Preset } from './preset.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { woocommerce } from './woocommerce.ts';

export const presets: readonly Preset[] = [
  ...shopify,
  ...woocommerce,
  ...etsy,
  ...square,
  ...amazon,
  ...ebay,
  ...stripe,
];

/** The export that a table’s headings are those of, the one with the most headings that fit; null where there is none. */
export const findPreset = (names: readonly string[]): Preset | null => {
  const words = new Set(names.map(headerWords));
  const fits = ({ needs, without = [] }: Preset): boolean =>
    needs.every((one) => (typeof one === 'string' ? words.has(one) : one.some((heading) => words.has(heading)))) &&
    !without.some((heading) => words.has(heading));
  let best: Preset | null = null;
  for (const preset of presets) if (fits(preset) && preset.needs.length > (best?.needs.length ?? 0)) best = preset;
  return best;
};

/** A heading is passed over where another of its role has that many more cells. */
const enoughFilled = 0.8;

/**
 * The role of each column as the preset has it. Earlier headings come first unless they are far emptier than a later
 * one, so that a shop that takes no customer numbers is known by its e-mail addresses; one without any cell gets none.
 * @param filled cells that say something, by column
 */
export const rolesOfPreset = (preset: Preset, names: readonly string[], filled: readonly number[]): ColumnRole[] => {
  const words = names.map(headerWords);
  const roles: ColumnRole[] = names.map(() => 'none');
  for (const [role, headings = []] of Object.entries(preset.roles) as [ColumnRole, readonly string[]][]) {
    const columns = headings.map((heading) => words.indexOf(heading)).filter((at) => at >= 0 && filled[at]! > 0);
    const most = Math.max(0, ...columns.map((at) => filled[at]!));
    const at = columns.find((one) => filled[one]! >= most * enoughFilled && roles[one] === 'none');
    if (at !== undefined) roles[at] = role;
  }
  return roles;
};
