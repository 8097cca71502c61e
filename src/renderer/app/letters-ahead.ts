/** Where letters go that are typed before the field they are meant for is there. */
interface Field {
  readonly hasFocus: () => boolean;
  readonly add: (letter: string) => void;
}

/** A field that is not there by then will not come. */
const longestMs = 3_000;

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey));

/**
 * Keeps what is typed while a window with a field is still on its way, for that field: otherwise it would be lost, or
 * taken for the keys of a screen. Ends by itself once the field has the focus; returns what ends it before.
 */
export const takeLettersAhead = ({ hasFocus, add }: Field): (() => void) => {
  const stop = () => {
    window.removeEventListener('keydown', onKey, true);
    clearTimeout(late);
  };
  const onKey = (event: KeyboardEvent) => {
    if (hasFocus()) return stop();
    // Enter is for what would be found: here it would press what has the focus still.
    if (!isLetter(event) && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isLetter(event)) add(event.key);
  };
  const late = setTimeout(stop, longestMs);
  window.addEventListener('keydown', onKey, true);
  return stop;
};
