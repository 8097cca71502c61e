/**
 * Has each question about the screen asked once. The component library asks anew with every menu and hint that comes, and
 * Chromium keeps what it made of every question until the page ends; an answer is live, so that all can share it.
 */
export const keepMediaQueries = (of: Pick<Window, 'matchMedia'>): void => {
  const ask = of.matchMedia.bind(of);
  const kept = new Map<string, MediaQueryList>();
  of.matchMedia = (query) => {
    const known = kept.get(query) ?? ask(query);
    kept.set(query, known);
    return known;
  };
};
