import type { Dice } from './dice.ts';

const firstNames =
  'Ada Alba Amir Anna Arlo Bea Ben Cara Clara Dario Dora Edda Elias Ella Emil Enzo Eva Finn Flora Gus Hana Hugo Ida Ines Iris Ivo Jana Jona Juna Kai Kira Lars Lea Leo Lina Lotte Luca Mara Max Mia Milo Mina Nele Nico Nina Noa Olga Oskar Paul Pia Rafi Rhea Rosa Rune Sami Selma Sven Tara Tilda Tom Uma Vera Vito Willa Yara Zeno Zora'.split(
    ' ',
  );
const beginnings = 'Al Ber Cor Dal El Far Gar Hol Jar Kes Lin Mor Nor Os Per Quin Ros San Tor Ul Ven Wil'.split(' ');
const endings =
  'bach den dorn ell feld gard hart ington kamp land ler mann mere nick ova quist ridge sen ström ton wick wood'.split(
    ' ',
  );
const towns = ['Northfield', 'Millbrook', 'Ashcombe', 'Lakeview', 'Stonebridge', 'Fairhaven', 'Elmstead', 'Oakridge'];
const townWeights = [30, 18, 12, 10, 8, 6, 5, 4];

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly town: string;
  /** `yyyy-MM-dd`; empty where the shop was never told. */
  readonly birthday: string;
  readonly consent: string;
}

/** Invented people, no two with the same address; addresses lead nowhere (RFC 2606). */
export const createPeople = (dice: Dice): (() => Person) => {
  const taken = new Map<string, number>();
  return () => {
    const [first, last] = [dice.pick(firstNames), dice.pick(beginnings) + dice.pick(endings)];
    const plain = `${first}.${last}`.toLowerCase().replaceAll('ö', 'oe');
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    const year = Math.min(2005, Math.max(1938, Math.round(1978 + 14 * (dice.uniform(-1, 1) + dice.uniform(-1, 1)))));
    const birthday = new Date(Date.UTC(year, 0, 1 + dice.whole(0, 364))).toISOString().slice(0, 10);
    return {
      name: `${first} ${last}`,
      email: dice.chance(0.03) ? '' : `${plain}${count === 1 ? '' : count}@example.com`,
      town: towns[dice.weighted(townWeights)]!,
      birthday: dice.chance(0.12) ? '' : birthday,
      consent: dice.chance(0.8) ? 'yes' : 'no',
    };
  };
};
