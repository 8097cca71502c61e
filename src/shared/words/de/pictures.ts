import type { pictures as english } from '../en/pictures.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';

const segmentsOf = (k: unknown): string => `${spelled(k)} ${Number(k) === 1 ? 'Segment' : 'Segmente'}`;
/** Names stay as they are, whatever the case: so they stand in quotes. */
const quoted = (name: unknown): string => `„${name}“`;
const customers = (v: Values, f: Format): string => f.count(Number(v.customers), 'Kunde', 'Kunden');

const plurals =
  /(anrufe|artikel|bestellungen|besuche|bewertungen|käufe|kinder|klicks|öffnungen|retouren|rücksendungen|stornierungen|zu Hause)$/i;
/** „mehr Bestellungen“, „weniger für Wines ausgegeben“; null for a fact that is no amount. */
const amountOf = (name: string, isMore: boolean): string | null => {
  const many = isMore ? 'mehr' : 'weniger';
  const [, on] = /^ausgegeben für (.+)$/i.exec(name) ?? [];
  if (on !== undefined) return `${many} für ${on} ausgegeben`;
  const [, counted] = /^anzahl (?:der )?(\p{Lu}.*)$/iu.exec(name) ?? [];
  if (counted !== undefined) return `${many} ${counted}`;
  return plurals.test(name) || /^tage /i.test(name) || /[^su]s$/.test(name) ? `${many} ${name}` : null;
};

/** „mehr Besuche“, „Income höher“, „älter“. */
const grown = (fact: unknown, isMore: boolean): string => {
  const name = String(fact);
  if (/^(age|alter)$/i.test(name)) return isMore ? 'älter' : 'jünger';
  return amountOf(name, isMore) ?? `${name} ${isMore ? 'höher' : 'niedriger'}`;
};

/** After „Je“ and „desto“: „mehr Bestellungen“, „höher „Umsatz gesamt““. */
const compared = (fact: unknown, isMore: boolean): string => {
  const name = String(fact);
  return amountOf(name, isMore) ?? `${isMore ? 'höher' : 'niedriger'} „${name}“`;
};

/** „, 208 davon in „Einmalkäufer““. */
const most = (v: Values, f: Format, where: 'in' | 'aus'): string => {
  const rest = v.most === v.customers ? (Number(v.customers) < 2 ? '' : 'alle ') : `${f.number(Number(v.most))} davon `;
  return `, ${rest}${where} ${quoted(v.name)}`;
};

/** The pictures and analysis screens: segments, map, tree, report. */
export const pictures: Translated<typeof english> = {
  // Segments
  'pictures.segments.title.revenue': (v, f) =>
    `${capital(segmentsOf(v.k))}; ${quoted(v.name)} bringt ${f.share(Number(v.share))} des Umsatzes`,
  'pictures.segments.title.customers': (v, f) =>
    `${capital(segmentsOf(v.k))}; das größte ist ${quoted(v.name)} mit ${f.share(Number(v.share))} aller Kunden`,
  'pictures.segments.title.none': (v, f) =>
    `${capital(segmentsOf(v.k))}; Kunden ohne Segment bringen ${f.share(Number(v.share))} des Umsatzes`,
  'pictures.segments.title.noneCustomers': (v, f) =>
    `${capital(segmentsOf(v.k))}; ${f.share(Number(v.share))} der Kunden sind in keinem`,
  'pictures.segments.title.one': () => 'Ein Segment: alle zusammen',
  'pictures.segments.from': (v) => `Gebildet aus: ${v.facts}.`,
  'pictures.segments.moreFacts': (v, f) => f.count(Number(v.count), 'weiteres Merkmal', 'weitere Merkmale'),
  'pictures.segments.countedFrom': (v, f) => `Stichtag: ${f.day(String(v.day))}, die letzte Bestellung in der Datei.`,
  'pictures.segments.list': () => 'Segmente',
  'pictures.segments.column.segment': () => 'Segment',
  'pictures.segments.column.why': () => 'Warum',
  'pictures.segments.column.customers': () => 'Kunden',
  'pictures.segments.column.shareOfCustomers': () => 'Anteil der Kunden',
  'pictures.segments.column.revenue': () => 'Umsatz',
  'pictures.segments.column.shareOfRevenue': () => 'Anteil am Umsatz',
  'pictures.segments.select': (v) => `${quoted(v.name)} auswählen`,
  'pictures.segments.rename': (v) => `${quoted(v.name)} umbenennen`,
  'pictures.segments.newName': (v) => `Neuer Name für ${quoted(v.name)}`,
  'pictures.segments.nameTaken': () => 'So heißt schon ein anderes Segment.',
  'pictures.segments.recolour': (v) => `Farbe von ${quoted(v.name)} ändern`,
  'pictures.segments.colour': (v, f) => `Farbe ${f.number(Number(v.number))}`,
  'pictures.segments.empty.title': () => 'Noch keine Segmente',
  'pictures.segments.empty.text': () =>
    'Tessera fasst Kunden, die ähnlich einkaufen, zu Segmenten zusammen, gibt ihnen Namen und sagt, was zu tun ist.',
  'pictures.segments.empty.open': () => 'Tabelle öffnen',
  'pictures.segments.empty.noData': () => 'Öffnen Sie zuerst eine Tabelle; dann lassen sich darin Segmente finden.',
  'pictures.segments.find': () => 'Segmente suchen',
  'pictures.segments.findAgain': () => 'Segmente neu suchen',
  'pictures.segments.howMany': () => 'Wie viele Segmente',
  'pictures.segments.automatic': () => 'Von selbst',
  'pictures.segments.way': () => 'Wie gesucht wird',
  'pictures.segments.way.kmeans': () => 'Schnell',
  'pictures.segments.way.kmeans.text': () =>
    'Jeder Kunde kommt zu dem typischen Kunden, dem er am meisten ähnelt. Gut für beliebig viele Kunden.',
  'pictures.segments.way.ward': () => 'Baum ähnlicher Kunden',
  'pictures.segments.way.ward.text': () =>
    'Zuerst kommen die ähnlichsten Kunden zusammen, dann ähnliche Gruppen. Langsamer, zeigt aber, wie Gruppen zusammenhängen.',
  'pictures.segments.stale': () =>
    'Ihre Daten haben sich geändert, seit diese Segmente gefunden wurden. Suchen Sie neu, damit sie wieder stimmen.',
  'pictures.segments.nobody': () => 'Klicken Sie auf ein Segment, um zu sehen, was es ausmacht und was zu tun ist.',

  // Since the run before
  'pictures.flows.title': () => 'Seit dem letzten Mal',
  'pictures.flows.title.day': (v, f) => `Seit dem letzten Mal, ${f.day(String(v.day))}`,
  'pictures.flows.title.same': () => 'Seit dem letzten Mal: dieselben Kunden, neu eingeteilt',
  'pictures.flows.all': (v, f) => `Alle ${f.number(Number(v.count))} zeigen`,
  'pictures.flows.fewer': () => 'Weniger zeigen',
  'pictures.flows.moved': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} von ${quoted(v.from)} zu ${quoted(v.to)} gewechselt.`,
  'pictures.flows.spent': (v, f) => `Bisher ausgegeben: ${f.money(Math.round(Number(v.revenue)))}`,
  'pictures.flows.counted': (v, f) =>
    `${customers(v, f)} aus ${quoted(v.from)} ${Number(v.customers) === 1 ? 'zählt' : 'zählen'} jetzt zu ${quoted(v.to)}.`,
  'pictures.flows.new': (v, f) => `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} neu${most(v, f, 'in')}.`,
  'pictures.flows.gone': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} nicht mehr da${most(v, f, 'aus')}.`,
  'pictures.flows.none': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} jetzt in keinem Segment${most(v, f, 'aus')}.`,
  'pictures.flows.placed': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde, der kein Segment hatte, hat', 'Kunden, die kein Segment hatten, haben')} jetzt eines${most(v, f, 'in')}.`,
  'pictures.flows.renamed': (v) => `„${v.now}“ hieß vorher „${v.before}“.`,
  'pictures.flows.added': (v) => `„${v.name}“ ist ein neues Segment.`,
  'pictures.flows.returned': (v) => `„${v.name}“ ist wieder ein Segment.`,
  'pictures.flows.replaced': (v) => `In „${v.name}“ sind jetzt überwiegend andere Kunden als vorher.`,
  'pictures.flows.vanished': (v) => `„${v.name}“ ist kein Segment mehr.`,
  'pictures.flows.one.stayed': (v, f) =>
    `Von ${f.number(Number(v.of))}, die darin waren, ${Number(v.customers) === 1 ? 'ist' : 'sind'} ${f.number(Number(v.customers))} geblieben.`,
  'pictures.flows.one.added': () => 'Ein neues Segment.',
  'pictures.flows.one.replaced': () => 'Es sind überwiegend andere Kunden als vorher.',
  'pictures.flows.one.returned': () => 'Es ist wieder ein Segment.',
  'pictures.flows.one.came': (v, f) => `${f.count(Number(v.customers), 'kam', 'kamen')} aus ${quoted(v.name)}.`,
  'pictures.flows.one.came.namesake': (v, f) =>
    `${f.count(Number(v.customers), 'war', 'waren')} im früheren Segment dieses Namens.`,
  'pictures.flows.one.came.absent': (v, f) =>
    `${f.count(Number(v.customers), 'ist ein neuer Kunde', 'sind neue Kunden')}.`,
  'pictures.flows.one.came.none': (v, f) => `${f.count(Number(v.customers), 'hatte', 'hatten')} kein Segment.`,
  'pictures.flows.one.left': (v, f) => `${f.count(Number(v.customers), 'ging', 'gingen')} zu ${quoted(v.name)}.`,
  'pictures.flows.one.left.absent': (v, f) => `${f.count(Number(v.customers), 'ist', 'sind')} nicht mehr da.`,
  'pictures.flows.one.left.none': (v, f) => `${f.count(Number(v.customers), 'hat', 'haben')} jetzt kein Segment.`,

  // A segment in the inspector
  'pictures.one.whatToDo': () => 'Was tun',
  'pictures.one.mailingList': (v, f) => `Verteiler (${f.number(Number(v.customers))})`,
  'pictures.one.noMailingList': () =>
    'Ihre Datei hat keine Spalte mit Namen oder E-Mail-Adressen, deshalb gibt es keinen Verteiler.',
  'pictures.one.apart': () => 'Was sie auszeichnet',
  'pictures.one.apart.typical': (v) => `${v.value} · alle ${v.all}`,
  'pictures.one.figures': () => 'In Zahlen',
  'pictures.one.size': () => 'Kunden',
  'pictures.one.revenue': () => 'Umsatz',
  'pictures.one.perCustomer': () => 'Umsatz je Kunde',
  'pictures.one.ofAll': (v, f) => `${f.share(Number(v.share))} von allen`,
  'pictures.one.ofRevenue': (v, f) => `${f.share(Number(v.share))} des Umsatzes`,
  'pictures.one.showCustomers': () => 'Diese Kunden zeigen',

  // How they differ
  'pictures.profile.title': () => 'Wie sie sich vom Durchschnitt unterscheiden',
  'pictures.profile.summary': (v) => `Segmente im Vergleich nach Kundenmerkmalen. ${v.findings}`,
  'pictures.profile.finding': (v) => `${v.segment}: ${v.facts}.`,
  'pictures.profile.fact': (v) => `${v.feature} ${v.word}`,
  'pictures.profile.allSame': (v) => `${v.segment}: in allem etwa durchschnittlich.`,
  'pictures.profile.lower': () => 'niedriger',
  'pictures.profile.higher': () => 'höher',
  'pictures.profile.average': () => 'mittel',
  'pictures.profile.mean': (v) => `Durchschnitt: ${v.value}`,
  'pictures.profile.median': (v) => `Typisch (die Hälfte hat weniger): ${v.value}`,
  'pictures.profile.overall': (v) => `Typisch für alle: ${v.value}`,
  'pictures.level.muchLower': () => 'viel niedriger',
  'pictures.level.lower': () => 'niedriger',
  'pictures.level.same': () => 'mittel',
  'pictures.level.higher': () => 'höher',
  'pictures.level.muchHigher': () => 'viel höher',

  'pictures.unit.days': (v, f) => f.count(Math.round(Number(v.value)), 'Tag', 'Tage'),
  'pictures.unit.count': (v, f) => f.number(Number(v.value), 1),
  'pictures.unit.money': (v, f) => f.money(Number(v.value)),
  'pictures.unit.share': (v, f) => f.share(Number(v.value)),
  'pictures.unit.number': (v, f) => f.number(Number(v.value)),
  'pictures.unit.missing': () => 'unbekannt',
  'pictures.axis.days': (v) => (/\b(tage?n?|days?)\b/i.test(String(v.name)) ? `${v.name}` : `${v.name} (Tage)`),
  'pictures.axis.count': (v) => (/^anzahl\b/i.test(String(v.name)) ? `${v.name}` : `${v.name} (Anzahl)`),
  'pictures.axis.money': (v) => `${v.name} (Währung der Datei)`,
  'pictures.axis.share': (v) => `${v.name}`,
  'pictures.axis.number': (v) => `${v.name}`,

  // Map
  'pictures.map.title.apart': (v) =>
    `${quoted(v.apart)} liegt am weitesten abseits; ${quoted(v.one)} und ${quoted(v.other)} ähneln sich am meisten`,
  'pictures.map.title.two': (v) => `${quoted(v.one)} und ${quoted(v.other)} auf der Karte`,
  'pictures.map.title.plain': () => 'Ähnliche Kunden liegen nah beieinander',
  'pictures.map.title.together': (v) => `Je ${v.x}, desto ${v.y}`,
  'pictures.map.title.against': (v) => `Je ${v.x}, desto ${v.y}`,
  'pictures.map.more': (v) => compared(v.name, true),
  'pictures.map.less': (v) => compared(v.name, false),
  'pictures.map.higher': (v) => compared(v.name, true),
  'pictures.map.lower': (v) => compared(v.name, false),
  'pictures.map.title.unrelated': (v) => `„${v.x}“ sagt wenig über „${v.y}“`,
  'pictures.map.subtitle': (v, f) => `${customers(v, f)}, jeder ein Punkt. Ähnliche Kunden liegen nah beieinander.`,
  'pictures.map.subtitle.facts': (v, f) => `${customers(v, f)}, jeder ein Punkt.`,
  'pictures.map.subtitle.missing': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde fehlt', 'Kunden fehlen')} im Bild, weil eines der beiden Merkmale unbekannt ist.`,
  'pictures.map.arrange': () => 'Ordnen nach',
  'pictures.map.arrange.likeness': () => 'Ähnlichkeit',
  'pictures.map.arrange.facts': () => '2 Merkmale',
  'pictures.map.across': () => 'Quer',
  'pictures.map.up': () => 'Hoch',
  'pictures.map.axis.plain': () => 'Ähnliche Kunden liegen nah beieinander',
  'pictures.map.axis.words': (v) => `${v.words} →`,
  'pictures.map.axis.more': (v) => grown(v.feature, true),
  'pictures.map.axis.less': (v) => grown(v.feature, false),
  'pictures.map.axis.longerAgo': () => 'letzte Bestellung länger her',
  'pictures.map.axis.moreRecently': () => 'vor kürzerer Zeit bestellt',
  'pictures.map.axis.moreOrders': () => 'mehr Bestellungen',
  'pictures.map.axis.fewerOrders': () => 'weniger Bestellungen',
  'pictures.map.axis.moreSpent': () => 'mehr ausgegeben',
  'pictures.map.axis.lessSpent': () => 'weniger ausgegeben',
  'pictures.map.tool': () => 'Was Ziehen bewirkt',
  'pictures.map.tool.pan': () => 'Verschieben',
  'pictures.map.tool.zoom': () => 'Ausschnitt zeigen',
  'pictures.map.tool.select': () => 'Kasten wählen',
  'pictures.map.tool.lasso': () => 'Freihand wählen',
  'pictures.map.zoomIn': () => 'Näher',
  'pictures.map.zoomOut': () => 'Weiter weg',
  'pictures.map.reset': () => 'Alle zeigen',
  'pictures.map.clear': () => 'Auswahl aufheben',
  'pictures.map.legend': () => 'Segmente',
  'pictures.map.picked': (v, f) => `${customers(v, f)} ausgewählt`,
  'pictures.map.hint': () =>
    'Klicken Sie auf einen Punkt, um sein Segment auszuwählen, mit Strg oder ⌘ nur diesen einen Kunden.',
  'pictures.map.noPicture': () =>
    'Dieser Computer kann das Bild nicht zeichnen (sein Browser hat kein WebGL). Die Tabelle zeigt dieselben Zahlen.',
  'pictures.map.customer': (v) => `Kunde ${v.key}`,
  'pictures.map.table.typical': (v) => `${v.feature}, typisch`,
  'pictures.map.summary': (v, f) => `${customers(v, f)}, jeder ein Punkt in der Farbe seines Segments. ${v.finding}.`,
  'pictures.map.loading': () => 'Ihre Kunden werden gezeichnet …',

  // Tree
  'pictures.tree.title': (v) =>
    `Wo schneiden: ${Number(v.k) === 1 ? 'eine Gruppe' : `${spelled(v.k)} Gruppen`} ähnlicher Kunden`,
  'pictures.tree.title.none': () => 'Welche Kunden sind sich ähnlich?',
  'pictures.tree.title.none.text': () =>
    'Ein Baum zeigt, wer zusammenhängt und wo sich Segmente daraus schneiden lassen.',
  'pictures.tree.subtitle': () =>
    'Kunden, die ähnlich einkaufen, hängen zusammen; Äste, die erst weit oben zusammenkommen, unterscheiden sich am meisten. Ziehen Sie an der Linie, um die Zahl der Gruppen zu ändern.',
  'pictures.tree.none.text': () =>
    'Der Baum verbindet die zwei ähnlichsten Kunden, dann die nächsten zwei, bis alle zusammenhängen. Danach wählen Sie, wie fein er in Segmente geschnitten wird. Ihre jetzigen Segmente bleiben erhalten.',
  'pictures.tree.none.customers': (v, f) => `Er wächst über ${f.count(Number(v.customers), 'Kunden', 'Kunden')}.`,
  'pictures.tree.grow.title': () => 'Von einem Kunden zu allen',
  'pictures.tree.grow': () => 'Baum aufbauen',
  'pictures.tree.growing': () => 'Der Baum wächst',
  'pictures.tree.axis': () => 'Wie verschieden die Gruppen sind',
  'pictures.tree.axis.short': () => 'Wie verschieden',
  'pictures.tree.line': () => 'Wo der Baum geschnitten wird',
  'pictures.tree.handle': (v) => `${v.k} ${Number(v.k) === 1 ? 'Segment' : 'Segmente'} · zum Ändern ziehen`,
  'pictures.tree.value': (v) => `${v.k} ${Number(v.k) === 1 ? 'Segment' : 'Segmente'}`,
  'pictures.tree.branch': customers,
  'pictures.tree.branchNumber': (v) => `Ast ${v.number}`,
  'pictures.tree.leaf': (v, f) => f.count(Number(v.customers), 'ähnlicher Kunde', 'ähnliche Kunden'),
  'pictures.tree.folded': (v, f) =>
    `${customers(v, f)}, zusammengefasst zu ${f.count(Number(v.leaves), 'Zweig', 'Zweigen')}.`,
  'pictures.tree.someFacts': (v) =>
    Number(v.shown) === 1
      ? `Darunter steht von ${v.all} Merkmalen das eine, in dem sie sich am meisten unterscheiden.`
      : `Darunter stehen von ${v.all} Merkmalen die ${spelled(v.shown)}, in denen sie sich am meisten unterscheiden.`,
  'pictures.tree.summary': (v, f) =>
    `Ein Baum aus ${f.count(Number(v.customers), 'Kunden', 'Kunden')}, geschnitten in ${segmentsOf(v.k)}${v.sizes === null ? '' : ` mit ${v.sizes} Kunden`}.`,
  'pictures.tree.howMany': () => 'Wie viele Segmente?',
  'pictures.tree.howMany.text': (v) =>
    `Wir würden mit ${Number(v.k) === 1 ? 'einem' : spelled(v.k)} beginnen. Die Anmerkungen sagen, was für und gegen jede Zahl spricht.`,
  'pictures.tree.note.recommended': () => 'empfohlen',
  'pictures.tree.note.clear': () => 'klar getrennt',
  'pictures.tree.note.good': () => 'gut',
  'pictures.tree.note.alike': () => 'zwei fast gleich',
  'pictures.tree.note.large': (v, f) => `größtes ${f.share(Number(v.share))}`,
  'pictures.tree.note.tiny': (v, f) => `kleinstes ${f.share(Number(v.share))}`,
  'pictures.tree.use': (v) => (Number(v.k) === 1 ? 'Dieses nehmen' : `Diese ${spelled(v.k)} nehmen`),
  'pictures.tree.inUse': () => 'Das sind jetzt Ihre Segmente.',
  'pictures.tree.keeps': () =>
    'Ihre anderen Segmente bleiben erhalten; unter „Segmente“ können Sie zu ihnen zurückwechseln.',

  // Report
  'pictures.report.title': () => 'Ein Bericht zum Drucken oder Weitergeben',
  'pictures.report.files': () => 'Die Zahlen mitnehmen',
  'pictures.report.segments': () => 'Kunden mit ihrem Segment',
  'pictures.report.segments.text': () => 'Eine Zeile je Kunde, für Kasse, Onlineshop oder Tabelle.',
  'pictures.report.customers': () => 'Kunden mit allen Merkmalen',
  'pictures.report.customers.text': () => 'Dasselbe mit allen Zahlen, die Tessera berechnet hat.',
  'pictures.report.mailingList': () => 'Verteiler',
  'pictures.report.mailingList.text': () =>
    'Namen und E-Mail-Adressen, wie sie in Ihrer Datei stehen, für ein Segment oder alle.',
  'pictures.report.mailingList.whom': () => 'An wen Sie schreiben',
  'pictures.report.mailingList.everybody': () => 'Alle',
  'pictures.report.pictures': () => 'Bilder',
  'pictures.report.pictures.text': () => 'Für Folien (PNG) oder für den Druck (SVG).',
  'pictures.report.period': (v, f) => `${f.day(String(v.from))} bis ${f.day(String(v.to))}`,

  // Around every picture
  'pictures.picture.asTable': () => 'Als Tabelle',
  'pictures.picture.asPicture': () => 'Als Bild',
  'pictures.picture.failed': () => 'Das Bild ließ sich nicht zeichnen. Die Tabelle zeigt dieselben Zahlen.',

  // Method details: the analyst's words
  'pictures.method.kmeans': () => 'k-means',
  'pictures.method.ward': () => 'Hierarchisches Clustering nach Ward',
  'pictures.method.average': () => 'Hierarchisches Clustering, Average-Linkage',
  'pictures.method.complete': () => 'Hierarchisches Clustering, Complete-Linkage',
  'pictures.method.single': () => 'Hierarchisches Clustering, Single-Linkage',
  'pictures.method.weighted': () => 'Hierarchisches Clustering, Weighted-Linkage',
  'pictures.method.microward': () => 'Hierarchisches Clustering nach Ward über Mikrocluster',
  'pictures.method.gmm': () => 'Gauß-Mischmodell',
  'pictures.method.hdbscan': () => 'HDBSCAN',
  'pictures.method.kmedoids': () => 'k-medoids',
  'pictures.method.rules': () => 'Einfache Regeln zu Tagen seit der letzten Bestellung, Bestellungen und Umsatz gesamt',
  'pictures.method.method': () => 'Methode',
  'pictures.method.asked': () => 'k gewünscht',
  'pictures.method.auto': () => 'automatisch',
  'pictures.method.k': () => 'k gewählt',
  'pictures.method.statisticalK': () => 'k mit der besten Silhouette',
  'pictures.method.statisticalK.value': (v, f) =>
    v.score === null ? `${v.k}` : `${v.k} (Silhouette ${f.number(Number(v.score), 3)})`,
  'pictures.method.silhouette': () => 'Silhouette, Mittel',
  'pictures.method.segmentSilhouette': () => 'Silhouette dieses Clusters',
  'pictures.method.inertia': () => 'Inertia',
  'pictures.method.iterations': () => 'Iterationen',
  'pictures.method.seed': () => 'Startwert',
  'pictures.method.engine': () => 'Version des Rechenkerns',
  'pictures.method.input': () => 'Hash der Eingabe',
  'pictures.method.notComputed': () => 'nicht berechnet',
  'pictures.method.preparation': () => 'Aufbereitung',
  'pictures.method.feature': () => 'Merkmal',
  'pictures.method.transform': () => 'Umformung',
  'pictures.method.skew': () => 'Schiefe vorher → nachher',
  'pictures.method.meanDeviation': () => 'Mittel · Abweichung',
  'pictures.method.imputed': () => 'Ergänzt',
  'pictures.method.sweep': () => 'Alle k im Vergleich',
  'pictures.method.smallest': () => 'Kleinstes',
  'pictures.method.largest': () => 'Größtes',
  'pictures.method.chosen': () => 'gewählt',
  'pictures.method.reason': () => 'Warum so viele',
  'pictures.method.tree.heights': () => 'Höhen der Verbindungen, an denen sich k ändert',
  'pictures.method.tree.height': () => 'Höhe',
};
