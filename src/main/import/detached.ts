/** Text of its own: a slice would keep the whole piece of the file it was cut from. */
export const detached = (text: string): string => ` ${text}`.slice(1);
