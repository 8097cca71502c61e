/** Work as a part of a whole. */
export function* within<Result>(from: number, to: number, work: Generator<number, Result>): Generator<number, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
