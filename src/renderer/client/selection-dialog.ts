import { create } from 'zustand';

/** What is asked about the selection in the status bar: a name to keep it under, or whether to exclude it. */
export type SelectionDialog = 'save' | 'exclude';

export const useSelectionDialog = create<{ readonly open: SelectionDialog | null }>(() => ({ open: null }));

export const openSelectionDialog = (open: SelectionDialog | null): void => useSelectionDialog.setState({ open });
