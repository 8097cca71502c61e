/** One fact on the scale in which two divisions take distances, over the customers that both know. */
export interface ReasonFact {
  /** As either division has it, a value a customer. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Middles of the segments of either, by label. */
  readonly middlesBefore: ArrayLike<number>;
  readonly middlesAfter: ArrayLike<number>;
}

export interface FlowReasonsInput {
  /** Labels of either division, the same customers in the same order; −1 for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly beforeK: number;
  readonly afterK: number;
  /** For each earlier label the later one that is the same segment, and the other way round; −1 where none is. */
  readonly laterOf: Int32Array;
  readonly earlierOf: Int32Array;
  /** Whether the customers' own figures are the same in both. */
  readonly sameCustomers: boolean;
  readonly facts: readonly ReasonFact[];
}

/** How much each fact speaks for going from one segment to another. */
export interface FlowWeights {
  readonly from: number;
  readonly to: number;
  /** One a fact, in squared distance; above 0 speaks for going, below against. */
  readonly weights: Float64Array;
  /** Of which by the customers' own change; the rest is by the middles, which moved. */
  readonly own: Float64Array;
}

const flowMeans = ({ before, after, beforeK, afterK }: FlowReasonsInput) => {
  const counts = new Float64Array(beforeK * afterK);
  const places = new Int32Array(before.length).fill(-1);
  before.forEach((from, row) => {
    const to = after[row]!;
    if (from < 0 || to < 0) return;
    const place = from * afterK + to;
    places[row] = place;
    counts[place]! += 1;
  });
  const meansOf = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(counts.length);
    places.forEach((place, row) => {
      if (place >= 0) sums[place]! += values[row]!;
    });
    return sums.map((sum, place) => (counts[place]! > 0 ? sum / counts[place]! : 0));
  };
  return { counts, meansOf };
};

/** (x − p)² − (x − q)²: how much nearer x is to q than to p, which is linear in x, so that a mean of customers will do. */
const nearer = (x: number, p: number, q: number): number => (x - p) ** 2 - (x - q) ** 2;

/**
 * Why customers are in another segment. Where their figures changed: how much nearer they came to the new segment's
 * middle and farther from the old one's, which is a sum over facts, exactly. Where only the division did: by which facts
 * those who went are on the new segment's side of those who stayed. O(customers × facts).
 */
export const flowReasons = (input: FlowReasonsInput): FlowWeights[] => {
  const { beforeK, afterK, laterOf, earlierOf, sameCustomers, facts } = input;
  const { counts, meansOf } = flowMeans(input);
  const flows: FlowWeights[] = [];
  for (let from = 0; from < beforeK; from += 1)
    for (let to = 0; to < afterK; to += 1)
      if (counts[from * afterK + to]! > 0 && laterOf[from] !== to)
        flows.push({ from, to, weights: new Float64Array(facts.length), own: new Float64Array(facts.length) });
  facts.forEach((fact, at) => {
    const was = meansOf(fact.before);
    const now = meansOf(fact.after);
    for (const { from, to, weights, own } of flows) {
      const place = from * afterK + to;
      const same = laterOf[from]!;
      if (sameCustomers) {
        const there = fact.middlesAfter[to]!;
        const stayed = same >= 0 && counts[from * afterK + same]! > 0 ? now[from * afterK + same]! : null;
        let [sum, count] = [0, 0];
        for (let other = 0; other < afterK; other += 1) {
          sum += counts[from * afterK + other]! * now[from * afterK + other]!;
          count += counts[from * afterK + other]!;
        }
        weights[at] = 2 * (there - (stayed ?? sum / count)) * (now[place]! - (stayed ?? sum / count));
        own[at] = weights[at]!;
        continue;
      }
      const earlierTo = earlierOf[to]!;
      const [oldThen, newThen] = [
        fact.middlesBefore[from]!,
        earlierTo >= 0 ? fact.middlesBefore[earlierTo]! : fact.middlesAfter[to]!,
      ];
      const [oldNow, newNow] = [same >= 0 ? fact.middlesAfter[same]! : oldThen, fact.middlesAfter[to]!];
      weights[at] = nearer(now[place]!, oldNow, newNow) - nearer(was[place]!, oldThen, newThen);
      own[at] = nearer(now[place]!, oldNow, newNow) - nearer(was[place]!, oldNow, newNow);
    }
  });
  return flows;
};
