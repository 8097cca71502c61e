import type { identity as english } from '../en/identity.ts';
import type { Translated } from '../phrase.ts';

const shared: Readonly<Record<string, readonly [one: string, many: string]>> = {
  key: ['Kundennummer gehört', 'Kundennummern gehören'],
  email: ['E-Mail-Adresse gehört', 'E-Mail-Adressen gehören'],
  phone: ['Telefonnummer gehört', 'Telefonnummern gehören'],
};

/** Why two records are one customer or two, and the screen on which people decide it. */
export const identity: Translated<typeof english> = {
  'app.stage.comparing': () => 'Kunden werden miteinander verglichen',

  'journal.identity.sure': (v, f) =>
    `${f.count(Number(v.customers), 'Kunden', 'Kunden')} zusammengelegt, sicher mehrfach vorhanden`,
  'journal.identity.same': (v, f) =>
    Number(v.pairs) === 1
      ? 'Zwei Einträge eines Kunden zusammengelegt'
      : `${f.count(Number(v.pairs), 'Paar', 'Paare')} von Einträgen zusammengelegt`,
  'journal.identity.different': (v, f) =>
    Number(v.pairs) === 1
      ? 'Zwei Kunden getrennt gehalten'
      : `${f.count(Number(v.pairs), 'Paar', 'Paare')} von Kunden getrennt gehalten`,
  'journal.identity.several': (v, f) => `Über ${f.count(Number(v.pairs), 'Paar', 'Paare')} von Einträgen entschieden`,
  'journal.identity.split': () => 'Einen Kunden wieder geteilt',

  'same.ask.title': () => 'Steht jemand doppelt in Ihrer Liste?',
  'same.ask.heading': () => 'Ohne Sie wird niemand zusammengelegt',
  'same.ask.text': (v) =>
    `Vielleicht hat jemand mit zwei E-Mail-Adressen bestellt, im Onlineshop und an der Kasse, oder mit einem Tippfehler im Namen. Tessera vergleicht Ihre Kunden (${v.fields}) und zeigt, wer derselbe sein könnte.`,
  'same.find': () => 'Jetzt suchen',
  'same.findAgain': () => 'Neu suchen',
  'same.finding': () => 'Doppelte Kunden suchen',
  'same.stale': () => 'Ihre Tabellen haben sich seit dem Vergleich geändert. Suchen Sie neu, um zu sehen, was dazukam.',
  'same.title': (v, f) => {
    const [sure, doubtful] = [Number(v.sure), Number(v.doubtful)];
    const total = f.count(sure + doubtful, 'Kunde steht', 'Kunden stehen');
    const parts = [
      ...(sure > 0 ? [`${f.number(sure)} sicher`] : []),
      ...(doubtful > 0 ? [`${f.number(doubtful)} zu prüfen`] : []),
    ];
    return `${total} wohl doppelt da: ${parts.join(', ')}`;
  },
  'same.title.none': () => 'Niemand scheint doppelt dazustehen',
  'same.title.done': (v, f) =>
    `Alles entschieden; ${f.count(Number(v.merged), 'Kunde wurde', 'Kunden wurden')} zusammengelegt`,
  'same.subtitle': (v, f) =>
    `${f.count(Number(v.records), 'Kunde', 'Kunden')} verglichen (${v.fields}). Sie entscheiden; alles lässt sich rückgängig machen.`,
  'same.field.firstName': () => 'Vorname',
  'same.field.lastName': () => 'Nachname',
  'same.field.fullName': () => 'Name',
  'same.field.email': () => 'E-Mail',
  'same.field.phone': () => 'Telefon',
  'same.field.street': () => 'Straße',
  'same.field.postalCode': () => 'Postleitzahl',
  'same.field.city': () => 'Ort',
  'same.field.birthDate': () => 'Geburtsdatum',
  'same.field.key': () => 'Kunde',
  'same.from': (v) => `${v.key} in ${v.sources}`,
  'same.by.firstName': () => 'Name',
  'same.by.lastName': () => 'Name',
  'same.by.fullName': () => 'Name',
  'same.by.email': () => 'E-Mail',
  'same.by.phone': () => 'Telefon',
  'same.by.street': () => 'Anschrift',
  'same.by.postalCode': () => 'Anschrift',
  'same.by.city': () => 'Anschrift',
  'same.by.birthDate': () => 'Geburtsdatum',
  'same.guest': () => 'ohne Nummer',
  'same.missing': () => 'nicht angegeben',
  'same.missing.title': () => 'Ihre Tabellen sagen zu wenig darüber, wer die Kunden sind',
  'same.missing.text': () =>
    'Um doppelte Kunden zu finden, braucht Tessera E-Mail-Adressen oder Telefonnummern, oder Namen mit Anschriften. Exportieren Sie die Kundenliste Ihres Ladens (meist unter „Kunden“, dann „Export“) oder die Bestellungen mit den Rechnungsangaben, und fügen Sie diese Datei hinzu.',
  'same.missing.add': () => 'Datei dazu',
  'same.none.text': (v, f) =>
    `${f.count(Number(v.records), 'Kunde', 'Kunden')} verglichen (${v.fields}): Niemand gleicht einem anderen.`,
  'same.views': () => 'Was gezeigt wird',
  'same.view.sure': (v, f) => `Sicher (${f.number(Number(v.count))})`,
  'same.view.queue': (v, f) => `Zu prüfen (${f.number(Number(v.count))})`,
  'same.view.merged': (v, f) => `Zusammengelegt (${f.number(Number(v.count))})`,
  'same.sure.text': () => 'Klappen Sie einen auf, um zu sehen, warum. Was Sie trennen, bleibt getrennt.',
  'same.sure.none': () => 'Sichere Fälle gibt es keine mehr.',
  'same.merge': (v, f) =>
    Number(v.count) === 1 ? 'Sicheren zusammenlegen' : `${f.number(Number(v.count))} sichere zusammenlegen`,
  'same.merging': () => 'Sichere zusammenlegen',
  'same.merged': (v, f) =>
    `${f.count(Number(v.count), 'Eintrag zählt', 'Einträge zählen')} jetzt zu einem anderen Kunden. „Rückgängig“ nimmt das zurück.`,
  'same.records': (v, f) => f.count(Number(v.count), 'Eintrag', 'Einträge'),
  'same.open': (v) => `Einträge: ${v.name}`,
  'same.record': (v, f) => `Eintrag ${f.number(Number(v.number))}`,
  'same.answering': () => 'Ihre Antwort festhalten',
  'same.apart': () => 'Getrennt halten',
  'same.apart.one': () => 'Jemand anderes',
  'same.apart.one.label': (v) => `${v.name} ist jemand anderes`,
  'same.more': (v, f) => `Mehr zeigen (noch ${f.number(Number(v.left))})`,
  'same.splitAgain': () => 'Wieder teilen',
  'same.split.all': () => 'Alle wieder teilen',
  'same.split.one': () => 'Trennen',
  'same.split.one.label': (v) => `${v.name} heraustrennen`,
  'same.split.done': () => 'Sie sind wieder getrennte Kunden und bleiben es.',
  'same.merged.none': () => 'Noch wurde niemand zusammengelegt.',
  'same.merged.text': () =>
    'Wer zu wem gehört, bleibt gemerkt: Jeder lässt sich wieder teilen, auch im nächsten Monat.',

  'same.queue.place': (v, f) => `${f.number(Number(v.at))} von ${f.number(Number(v.total))} offenen`,
  'same.queue.progress': (v, f) =>
    Number(v.done) === 0 ? 'Noch nichts entschieden' : `${f.number(Number(v.done))} in dieser Runde entschieden`,
  'same.queue.progress.label': () => 'Wie weit Sie sind',
  'same.queue.done': () => 'Das war der letzte Fall',
  'same.queue.done.text': () =>
    'Es gibt nichts mehr zu prüfen. Was Sie entschieden haben, gilt auch im nächsten Monat.',
  'same.queue.none': () => 'Kein Zweifelsfall mehr offen',
  'same.key.same': () => 'Derselbe Kunde',
  'same.key.different': () => 'Zwei Kunden',
  'same.key.later': () => 'Später',
  'same.key.back': () => 'Voriger Fall',
  'same.key.next': () => 'Nächster Fall',
  'same.key.undo': () => 'Letzte Antwort zurück',
  'same.keys': () => 'Tasten: S derselbe, D zwei Kunden, L später, Pfeile zum Blättern, Strg+Z rückgängig.',
  'same.said.same': (v) => `${v.name}: zusammengelegt.`,
  'same.said.different': (v) => `${v.name}: getrennt gehalten.`,
  'same.said.later': (v) => `${v.name}: später.`,
  'same.said.undone': () => 'Ihre letzte Antwort wurde zurückgenommen.',
  'same.likely.high': () => 'Sehr wahrscheinlich ein Kunde.',
  'same.likely.good': () => 'Wahrscheinlich ein Kunde.',
  'same.likely.fair': () => 'Eher ein Kunde als zwei.',
  'same.likely.open': () => 'Beides ist möglich.',
  'same.speaksFor': () => 'Für einen Kunden',
  'same.speaksAgainst': () => 'Für zwei Kunden',
  'same.strength.3': () => 'sehr stark',
  'same.strength.2': () => 'stark',
  'same.strength.1': () => 'etwas',
  'same.strength.0': () => 'schwach',
  'same.also': (v) => `Auch als ${v.name}`,
  'same.method.text': (v, f) =>
    `Probabilistischer Datensatzabgleich (Fellegi–Sunter, Gewichte gelernt durch Erwartungs-Maximierung, mit Haushalten als dritter Art von Paaren); ${f.count(Number(v.compared), 'Paar', 'Paare')} verglichen. A priori gehört eines von ${f.number(Number(v.oneIn))} Paaren zusammen. m: Anteil der zusammengehörigen Paare, u: Anteil der übrigen Paare, die so weit übereinstimmen.`,
  'same.method.field': () => 'Feld',
  'same.method.level': () => 'Übereinstimmung',

  'identity.name.exact': () => 'Die Namen sind gleich.',
  'identity.name.swapped': () => 'Vor- und Nachname sind vertauscht.',
  'identity.name.close': () => 'Die Namen sind bis auf einen Tippfehler oder eine Kurzform gleich.',
  'identity.name.alike': () => 'Die Namen ähneln sich.',
  'identity.name.lastOnly': () => 'Die Nachnamen stimmen überein, die Vornamen nicht.',
  'identity.name.lastAlone': () => 'Die Nachnamen stimmen überein; ein Vorname fehlt.',
  'identity.name.firstOnly': () => 'Die Vornamen stimmen überein, die Nachnamen nicht.',
  'identity.name.differs': () => 'Die Namen sind verschieden.',
  'identity.name.missing': () => 'Ein Name fehlt.',
  'identity.email.exact': () => 'Die E-Mail-Adressen sind gleich.',
  'identity.email.mailbox': () => 'Die E-Mail-Adressen sind verschieden geschrieben, führen aber in dasselbe Postfach.',
  'identity.email.local': () => 'Die E-Mail-Adressen sind vor dem @ gleich.',
  'identity.email.close': () => 'Die E-Mail-Adressen sind bis auf einen Tippfehler gleich.',
  'identity.email.differs': () => 'Die E-Mail-Adressen sind verschieden.',
  'identity.email.missing': () => 'Eine E-Mail-Adresse fehlt.',
  'identity.phone.exact': () => 'Die Telefonnummern sind gleich.',
  'identity.phone.ending': () => 'Die Telefonnummern enden gleich.',
  'identity.phone.close': () => 'Die Telefonnummern sind bis auf einen Tippfehler gleich.',
  'identity.phone.differs': () => 'Die Telefonnummern sind verschieden.',
  'identity.phone.missing': () => 'Eine Telefonnummer fehlt.',
  'identity.address.exact': () => 'Die Anschriften sind gleich.',
  'identity.address.close': () => 'Die Anschriften sind bis auf einen Tippfehler oder einen fehlenden Teil gleich.',
  'identity.address.street': () => 'Die Straße ist gleich, die Hausnummer nicht.',
  'identity.address.place': () => 'Postleitzahl oder Ort sind gleich.',
  'identity.address.near': () => 'Die Orte liegen nah beieinander.',
  'identity.address.differs': () => 'Die Anschriften sind verschieden.',
  'identity.address.missing': () => 'Eine Anschrift fehlt.',
  'identity.birthDate.exact': () => 'Die Geburtsdaten sind gleich.',
  'identity.birthDate.close': () => 'Die Geburtsdaten sind bis auf einen Tippfehler gleich.',
  'identity.birthDate.differs': () => 'Die Geburtsdaten sind verschieden.',
  'identity.birthDate.missing': () => 'Ein Geburtsdatum fehlt.',
  'identity.rarity.rare': () => 'Wenige heißen so.',
  'identity.rarity.frequent': () => 'Viele heißen so.',
  'identity.household': () => 'Manches davon kann eine Familie gemeinsam haben, darum zählt es weniger.',
  'identity.prior': (v, f) =>
    `Von ${f.number(Number(v.pairs))} Paaren von Einträgen ist etwa eines wirklich derselbe Kunde.`,

  'identity.note.sharedKey': (v, f) => {
    const [one, many] = shared[String(v.field)] ?? ['Wert gehört', 'Werte gehören'];
    return `${f.count(Number(v.values), one, many)} zu mehr als ${f.count(Number(v.records), 'Eintrag', 'Einträgen')}. So etwas zählt nicht als Zeichen für einen einzelnen Kunden.`;
  },
  'identity.note.sharedEmail': (v, f) =>
    `${f.count(Number(v.values), 'E-Mail-Adresse steht', 'E-Mail-Adressen stehen')} bei vielen verschiedenen Namen (${f.count(Number(v.records), 'Eintrag', 'Einträge')}). So etwas zählt nicht als Zeichen für einen einzelnen Kunden.`,
  'identity.note.sharedPhone': (v, f) =>
    `${f.count(Number(v.values), 'Telefonnummer steht', 'Telefonnummern stehen')} bei vielen verschiedenen Namen (${f.count(Number(v.records), 'Eintrag', 'Einträge')}). So etwas zählt nicht als Zeichen für einen einzelnen Kunden.`,
  'identity.note.skipped': (v, f) =>
    `Damit die Arbeit nicht ausufert, ${Number(v.records) === 1 ? 'wurde' : 'wurden'} ${f.count(Number(v.records), 'Eintrag', 'Einträge')} nicht mit allen anderen verglichen, mit denen sehr Häufiges übereinstimmt.`,
  'identity.exact': () => 'Dieselbe Adresse oder Nummer, und kein Name, der dagegen spricht.',
  'identity.held.person': () => 'Sie haben gesagt, dass es zwei Kunden sind.',
  'identity.held.contradiction': () =>
    'Damit kämen Einträge zusammen, deren Namen oder Geburtsdaten für zwei Menschen sprechen.',
  'identity.held.size': (v, f) =>
    `Damit entstünde ein Kunde aus mehr als ${f.count(Number(v.limit), 'Eintrag', 'Einträgen')}; das sollte niemand außer Ihnen entscheiden.`,
};
