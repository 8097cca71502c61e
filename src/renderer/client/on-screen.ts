import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';

/** Something on the screen that can be copied or saved, for the finder. */
export interface Takeable {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly { readonly id: string; readonly label: string; run(): void }[];
}

/** Pictures and tables that are seen now, in the order in which they came. */
export const useOnScreen = create<{ readonly items: readonly Takeable[] }>(() => ({ items: [] }));

/** Says that a picture or a table is there as long as its component is; null says nothing. */
export const useTakeable = (what: Omit<Takeable, 'id'> | null): void => {
  const id = useId();
  const latest = useRef(what);
  latest.current = what;
  const key = what === null ? null : `${what.title} ${what.actions.map((action) => action.label).join(' ')}`;
  useEffect(() => {
    const now = latest.current;
    if (key === null || now === null) return undefined;
    const item: Takeable = {
      id,
      title: now.title,
      actions: now.actions.map((action, i) => ({ ...action, run: () => latest.current?.actions[i]?.run() })),
    };
    useOnScreen.setState(({ items }) => ({ items: [...items, item] }));
    return () => useOnScreen.setState(({ items }) => ({ items: items.filter((one) => one !== item) }));
  }, [id, key]);
};
