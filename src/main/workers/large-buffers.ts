/** Smaller ones are copied in less time than it takes to hand them over. */
const largeBytes = 1_048_576;
/** Lists longer than this hold numbers or names, not arrays. */
const mostListed = 1024;

/**
 * The large buffers of a value's typed arrays, each once, for handing them to another thread instead of copying them.
 * Whoever hands them over must not use them again. Shared memory is not among them: it is never copied.
 */
export const largeBuffersOf = (value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> => {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength >= largeBytes) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (value.length <= mostListed) for (const one of value) largeBuffersOf(one, found);
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    for (const one of Object.values(value)) largeBuffersOf(one, found);
  return found;
};
