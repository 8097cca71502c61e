import * as z from 'zod';

/** The languages that Tessera speaks. */
const languageNames = ['en', 'de'] as const;

/** What a screen remembers about itself (a width, the columns shown): small JSON under a name of its own. */
const rememberedSchema = z.record(z.string().min(1).max(5_000), z.json());

/** How a person likes the app: of this computer, in no project. What cannot be read is as usual. */
export const preferencesSchema = z.object({
  /** `auto`: the system's, where Tessera speaks it. */
  language: z.enum(['auto', ...languageNames]).catch('auto'),
  scheme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  /** `auto`: as the system asks for. */
  contrast: z.enum(['auto', 'more']).catch('auto'),
  /** Whether the guided tour was seen or passed over. */
  tourSeen: z.boolean().catch(false),
  remembered: rememberedSchema.catch({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const usualPreferences: Preferences = preferencesSchema.parse({});

/** What changes; of `remembered` only the names given, `null` forgets one. */
export const preferencesChangeSchema = preferencesSchema
  .extend({
    language: z.enum(['auto', ...languageNames]),
    scheme: z.enum(['auto', 'light', 'dark']),
    contrast: z.enum(['auto', 'more']),
    tourSeen: z.boolean(),
    remembered: rememberedSchema,
  })
  .partial();
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;

/** The meta element by which a host gives them to the page. */
export const preferencesMeta = 'preferences';
