/** Stored with every result; raised whenever the same input may give other bytes. */
export const engineVersion = '2';
