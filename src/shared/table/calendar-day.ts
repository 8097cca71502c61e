/** A day as the calendar on the wall has it, not as Greenwich does. */
export const calendarDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
