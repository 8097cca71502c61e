/** Why something could not be done with what was given: the problems that come in English with the error. */
const problems: readonly (readonly [RegExp, string])[] = [
  // What a person asked for
  [/^this rule is always on$/, 'Diese Regel gilt immer'],
  [
    /^(\d+) days were to be held back, but orders are known of (\d+) days only$/,
    'Zurückgehalten werden sollten $1 Tage, aber Bestellungen sind nur von $2 Tagen bekannt',
  ],
  [/^nobody would be left$/, 'Es bliebe niemand übrig'],
  [
    /^dropping customers with missing values would leave them without a segment; fill in the values instead$/,
    'Kunden mit fehlenden Werten blieben ohne Segment; lassen Sie die Werte stattdessen ergänzen',
  ],
  [
    /^this table cannot be read again from the project; bring its file in again instead$/,
    'Diese Tabelle lässt sich aus dem Projekt nicht neu einlesen; importieren Sie stattdessen ihre Datei noch einmal',
  ],
  [
    /^it needs orders: who bought, when and for how much$/,
    'Dafür braucht es Bestellungen: wer gekauft hat, wann und für wie viel',
  ],
  [
    /^it takes either segments, rows or a segment of one’s own$/,
    'Nötig sind entweder Segmente, einzelne Kunden oder ein eigenes Segment',
  ],
  [
    /^the project has several tables; say which one to write: (.*)$/,
    'Das Projekt hat mehrere Tabellen; sagen Sie, welche geschrieben werden soll: $1',
  ],
  [/^“(.*)” holds \S+ values, which “.*” does not compare$/, 'Der Inhalt von „$1“ lässt sich so nicht vergleichen'],
  [/^“(.*)” cannot be asked of “(.*)”$/, '„$2“ lässt sich so nicht fragen'],
  [/^there is no such flow$/, 'Zwischen diesen Segmenten ist niemand gewechselt'],
  [/^a source is written as it was in CSV only$/, 'Eine Tabelle wird nur als CSV so geschrieben, wie sie war'],
  [/^it has no branch number (\d+)$/, 'Einen Ast mit der Nummer $1 gibt es nicht'],
  [/^it can be cut into (\d+) segments at most$/, 'Der Baum lässt sich in höchstens $1 Segmente schneiden'],
  [/^there would be more than (\d+) segments$/, 'Es wären mehr als $1 Segmente'],
  [
    /^its customers are too much alike to be divided into that many parts$/,
    'Seine Kunden ähneln sich zu sehr für so viele Teile',
  ],
  [/^it takes two segments or more$/, 'Dafür braucht es mindestens zwei Segmente'],
  [/^both columns are of the same table$/, 'Beide Spalten gehören zur selben Tabelle'],
  [/^a guessed join can only be switched off$/, 'Eine gefundene Verknüpfung lässt sich nur ausschalten'],
  [/^“(.*)” holds no words$/, '„$1“ enthält keine Wörter'],
  [
    /^who bought, when and for how much follows from “(.*)”; set its rows aside instead$/,
    'Aus „$1“ ergibt sich, wer gekauft hat, wann und für wie viel; legen Sie stattdessen die Zeilen beiseite',
  ],
  [/^(\d+) and \d+ are one record$/, 'Beide sind derselbe Eintrag (Nummer $1)'],
  [
    /^\d+ and \d+ were put together; split them again$/,
    'Die beiden wurden zusammengelegt; trennen Sie sie erst wieder',
  ],
  [/^it is too long$/, 'Es ist zu lang'],
  [/^it has another form$/, 'Es ist anders aufgebaut als erwartet'],

  // What the numbers do not allow
  [/^row (\d+), column (.+) is (.*), which is no number$/, 'Zeile $1, Spalte $2 ist „$3“ und keine Zahl'],
  [/^(\S+) parts are no whole number of 1 or more$/, '$1 ist keine Anzahl von Teilen'],
  [
    /^(\S+) is so large that distances to it cannot be computed; divide that column first, or take z-scores$/,
    '$1 ist so groß, dass sich Abstände dazu nicht berechnen lassen; teilen Sie die Spalte erst durch eine Zahl',
  ],
  [
    /^the numbers are no farther than (\S+) from the first of their column, .*$/,
    'Die Zahlen liegen höchstens $1 auseinander, zu wenig, um sie zu unterscheiden; multiplizieren Sie die Spalten erst mit einer Zahl',
  ],
  [
    /^the numbers are so far apart that densities cannot be computed; scale the columns$/,
    'Die Zahlen liegen so weit auseinander, dass sich keine Dichten berechnen lassen; bringen Sie die Spalten auf eine Skala',
  ],
  [
    /^the covariance of a component cannot be inverted, .*$/,
    'Die Kunden einer Gruppe liegen zu dicht beisammen; nehmen Sie weniger Segmente',
  ],
  [
    /^the range of a column is beyond a number; divide it first$/,
    'Die Werte einer Spalte reichen zu weit; teilen Sie sie erst durch eine Zahl',
  ],
  [
    /^a least cluster size of (\S+) is not between 2 and the (\d+) rows$/,
    'Ein Segment kann nicht mindestens $1 von $2 Kunden haben; möglich ist alles ab 2',
  ],
  [/^(\S+) samples are not between 1 and the (\d+) rows$/, '$1 Nachbarn sind nicht zwischen 1 und den $2 Zeilen'],
  [/^there is no column$/, 'Es gibt keine Spalte'],
  [/^the columns of categories have not all (\d+) rows$/, 'Nicht alle Spalten haben $1 Zeilen'],
  [
    /^there is no weight of 0 or more for each of the (\d+) columns$/,
    'Nicht jede der $1 Spalten hat ein Gewicht von 0 oder mehr',
  ],
  [/^a weight of (\S+) for categories is not 0 or more$/, 'Das Gewicht $1 für Kategorien ist nicht 0 oder mehr'],
  [/^there are (\d+) weights for (\d+) rows$/, 'Es gibt $1 Gewichte für $2 Zeilen'],
  [/^the weight of row (\d+) is (\S+)$/, 'Das Gewicht von Zeile $1 ist $2'],
  [/^all weights are 0$/, 'Alle Gewichte sind 0'],
  [
    /^(?:there are \d+ starting|the start(?:ing)? |there is a start).*$/,
    'Der vorgegebene Anfang passt nicht zu den Daten',
  ],
  [
    /^\d+ dissimilarities are not those of all pairs of (\d+) rows$/,
    'Es gibt nicht für jedes Paar der $1 Zeilen einen Abstand',
  ],
  [/^a dissimilarity is not a number of 0 or more$/, 'Ein Abstand ist keine Zahl von 0 oder mehr'],
  [/^(\S+) has not (\d+) entries$/, '„$1“ hat nicht $2 Einträge'],
  [/^no two records are (\S+) and (\S+)$/, 'Die Einträge $1 und $2 gibt es nicht'],
  [/^no calling code is known of (.*)$/, 'Für „$1“ ist keine Landesvorwahl bekannt'],
];

/** A field that does not take what it was given, as the contract checks it. */
const field = /^([\w.]+): /;

/** A sentence without its full stop. */
export const inputProblem = (english: unknown): string => {
  const text = String(english);
  const known = problems.find(([pattern]) => pattern.test(text));
  if (known) return text.replace(...known);
  const [, name] = field.exec(text) ?? [];
  return name === undefined ? 'Eine Angabe passt nicht' : `Die Angabe „${name}“ passt nicht`;
};
