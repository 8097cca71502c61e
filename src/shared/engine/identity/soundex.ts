const groups: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/**
 * How a folded word sounds, a letter and three digits: American Soundex (R. C. Russell, US patent 1,261,167, 1918; the
 * rules of the US National Archives: h and w do not part equal neighbours, vowels do). '' without a Latin letter first.
 * O(length).
 */
export const soundex = (word: string): string => {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters === '') return '';
  let code = letters[0]!.toUpperCase();
  let before = groups[letters[0]!] ?? '';
  for (let i = 1; i < letters.length && code.length < 4; i += 1) {
    const letter = letters[i]!;
    if (letter === 'h' || letter === 'w') continue;
    const group = groups[letter] ?? '';
    if (group !== '' && group !== before) code += group;
    before = group;
  }
  return code.padEnd(4, '0');
};
