import type { MantineColorSchemeManager } from '@mantine/core';
import { useMemo } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import {
  type Preferences,
  type PreferencesChange,
  preferencesMeta,
  preferencesSchema,
  usualPreferences,
} from '../../shared/model/preferences.ts';
import { api } from './api.ts';

/** As the host wrote them into the page; as usual where nobody did. */
const given = (): Preferences => {
  const text = globalThis.document?.querySelector<HTMLMetaElement>(`meta[name="${preferencesMeta}"]`)?.content;
  try {
    return preferencesSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return usualPreferences;
  }
};

/** How the person likes the app. Kept by the host, for a browser forgets what an address of yesterday knew. */
export const usePreferences = create<Preferences>(() => given());

/** Holds at once; where it cannot be written it holds as long as the window is open. */
export const setPreferences = (change: PreferencesChange): Promise<void> => {
  const { remembered, ...others } = change;
  usePreferences.setState((before) => ({
    ...before,
    ...(Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) as Partial<Preferences>),
    remembered: { ...before.remembered, ...remembered },
  }));
  return api.preferences.set(change).then(
    () => undefined,
    () => undefined,
  );
};

type Json = z.infer<ReturnType<typeof z.json>>;

/** Names that are being written, with what came meanwhile: while somebody drags, one after the other. */
const writing = new Map<string, { readonly value: Json } | null>();

const parsed = <Value>(known: unknown, schema: z.ZodType<Value>): Value | null => {
  const { success, data } = schema.safeParse(known);
  return success ? data : null;
};

/** What was remembered under a name; null where nothing was, or something of another form. */
export const remembered = <Value>(name: string, schema: z.ZodType<Value>): Value | null =>
  parsed(usePreferences.getState().remembered[name], schema);

/** The same, followed as it changes. */
export const useRemembered = <Value>(name: string, schema: z.ZodType<Value>): Value | null => {
  const known = usePreferences((preferences) => preferences.remembered[name]);
  return useMemo(() => parsed(known, schema), [known, schema]);
};

/** Remembers a small thing under a name, for the next start too; null forgets it. */
export const remember = (name: string, value: Json): void => {
  usePreferences.setState((before) => ({ remembered: { ...before.remembered, [name]: value } }));
  if (writing.has(name)) {
    writing.set(name, { value });
    return;
  }
  writing.set(name, null);
  void api.preferences
    .set({ remembered: { [name]: value } })
    .catch(() => undefined)
    .then(() => {
      const later = writing.get(name);
      writing.delete(name);
      if (later) remember(name, later.value);
    });
};

/** Light or dark, as the theme asks for it and keeps it. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => usePreferences.getState().scheme,
  set: (scheme) => void setPreferences({ scheme }),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => void setPreferences({ scheme: 'auto' }),
};
