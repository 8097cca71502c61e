/**
 * What two records are compared by, and how far they may agree, the most first. A pair's *level* of a field is a place in
 * this list, −1 where either record lacks it. The order is part of stored models: new levels go to the end.
 */
export const comparisonFields = [
  {
    name: 'name',
    levels: ['exact', 'swapped', 'close', 'alike', 'lastOnly', 'lastAlone', 'firstOnly', 'differs'],
  },
  { name: 'email', levels: ['exact', 'mailbox', 'local', 'close', 'differs'] },
  { name: 'phone', levels: ['exact', 'ending', 'close', 'differs'] },
  { name: 'address', levels: ['exact', 'close', 'street', 'place', 'near', 'differs'] },
  { name: 'birthDate', levels: ['exact', 'close', 'differs'] },
] as const;

export type ComparisonField = (typeof comparisonFields)[number]['name'];
export const fieldCount = comparisonFields.length;
export const nameField = 0;

/** How many levels each field has. */
export const levelCounts: readonly number[] = comparisonFields.map(({ levels }) => levels.length);

/** All ways in which two records can compare, numbered: each level (and missing) of each field. */
export const patternCount = levelCounts.reduce((product, levels) => product * (levels + 1), 1);

/** `levels[pattern * fieldCount + field]`, −1 for missing. */
export const patternLevels: Int8Array = (() => {
  const levels = new Int8Array(patternCount * fieldCount);
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    let rest = pattern;
    for (let field = 0; field < fieldCount; field += 1) {
      const radix = levelCounts[field]! + 1;
      levels[pattern * fieldCount + field] = (rest % radix) - 1;
      rest = Math.floor(rest / radix);
    }
  }
  return levels;
})();

const steps = levelCounts.map((_, field) => levelCounts.slice(0, field).reduce((product, n) => product * (n + 1), 1));
export const [nameStep, emailStep, phoneStep, addressStep, birthStep] = steps as [
  number,
  number,
  number,
  number,
  number,
];
