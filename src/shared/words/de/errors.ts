import type { ErrorCode } from '../../errors.ts';
import type { Phrase } from '../phrase.ts';
import { formulaProblems } from './formula-problems.ts';
import { inputProblem } from './input-problems.ts';
import { exportInstead } from './shops.ts';

/** Why a file could not be read or written: the reasons that come in English with the error. */
const reasons: Readonly<Record<string, string>> = {
  'a cell refers to text that is missing': 'Eine Zelle verweist auf einen Text, der fehlt',
  'a cell stands outside the sheet': 'Eine Zelle steht außerhalb des Blatts',
  'a name in it cannot be shown': 'Ein Name darin lässt sich nicht anzeigen',
  'a name in it leads outside of it': 'Ein Name darin führt aus ihr hinaus',
  'it did not arrive whole': 'Sie kam nicht vollständig an',
  'it ends too early': 'Sie endet zu früh',
  'it holds more than it says': 'Sie enthält mehr, als sie angibt',
  'it holds no list of records': 'Sie enthält keine Liste von Datensätzen',
  'it is a device, not a file': 'Es ist ein Gerät, keine Datei',
  'it is a folder, not a file': 'Es ist ein Ordner, keine Datei',
  'it is a link that leads nowhere': 'Es ist ein Verweis, der ins Leere führt',
  'it is locked with a password': 'Sie ist mit einem Passwort geschützt',
  'it is not written as JSON must be': 'Sie ist kein richtig geschriebenes JSON',
  'it is packed in an unusual way': 'Sie ist auf ungewöhnliche Art gepackt',
  'it takes more memory than there is': 'Sie braucht mehr Arbeitsspeicher, als da ist',
  'its contents are missing': 'Ihr Inhalt fehlt',
  'its end is missing': 'Ihr Ende fehlt',
  'its list of sheets is missing': 'Die Liste ihrer Blätter fehlt',
  'its name is too long': 'Ihr Name ist zu lang',
  'its packed contents cannot be unpacked': 'Ihr gepackter Inhalt lässt sich nicht entpacken',
  'its rows are out of order': 'Ihre Zeilen sind durcheinander',
  'its table of contents makes no sense': 'Ihr Inhaltsverzeichnis ergibt keinen Sinn',
  'one of its tables cannot be read': 'Eine ihrer Tabellen ist nicht lesbar',
  'part of it is not text': 'Ein Teil davon ist kein Text',
  'part of its contents makes no sense': 'Ein Teil des Inhalts ergibt keinen Sinn',
  'part of its contents was altered or lost': 'Ein Teil des Inhalts wurde verändert oder ging verloren',
  'parts of it cannot be read': 'Teile davon sind nicht lesbar',
  'the disk answered with an error': 'Die Festplatte meldet einen Fehler',
  'the disk or the network did not answer': 'Die Festplatte oder das Netzwerk antwortet nicht',
  'the drive cannot be written to': 'Auf das Laufwerk lässt sich nicht schreiben',
  'the drive is gone': 'Das Laufwerk ist weg',
  'the network drive is gone': 'Das Netzlaufwerk ist weg',
  'the record never ends': 'Ein Datensatz nimmt kein Ende',
  'the row never ends': 'Eine Zeile nimmt kein Ende',
  'too many files are open': 'Zu viele Dateien sind geöffnet',
  'you may not write there': 'Sie dürfen dort nicht schreiben',
  'that drive can only be read': 'Das Laufwerk lässt sich nur lesen',
  'a file stands where a folder is needed': 'Dort steht eine Datei, wo ein Ordner nötig ist',
  'a folder of that name is there': 'Dort gibt es schon einen Ordner mit diesem Namen',
  'that folder does not exist and cannot be made': 'Den Ordner gibt es nicht, und er lässt sich nicht anlegen',
  'another program has it open': 'Ein anderes Programm hat sie geöffnet',
  'the name is too long': 'Der Name ist zu lang',
};

const reason = (english: unknown): string =>
  reasons[String(english)] ??
  String(english)
    .replace(/^it holds more than (\d+) files$/, 'Darin sind mehr als $1 Dateien')
    .replace(/^its sheet “(.*)” is missing$/, 'Das Blatt „$1“ fehlt')
    .replace(/^the computer answered (.*)$/, 'Der Computer meldet $1');

/** What a file turned out to be, after “ist aber”. */
const fileKinds: Readonly<Record<string, string>> = {
  'a PDF document': 'ein PDF-Dokument',
  'a picture': 'ein Bild',
  'a database': 'eine Datenbank',
  'a web page': 'eine Webseite',
  'a formatted document': 'ein formatiertes Dokument',
  'a Parquet file': 'eine Parquet-Datei',
  'an archive': 'ein Archiv',
  'an old Excel file (.xls)': 'eine alte Excel-Datei (.xls)',
  'an Excel file that is locked with a password': 'eine Excel-Datei mit Passwortschutz',
  'an old Office document': 'ein altes Office-Dokument',
  'data that is not text': 'etwas anderes als Text',
  'a ZIP archive': 'ein ZIP-Archiv',
  'a binary Excel file (.xlsb)': 'eine binäre Excel-Datei (.xlsb)',
  'a Word document': 'ein Word-Dokument',
  'a presentation': 'eine Präsentation',
  'an OpenDocument spreadsheet (.ods)': 'eine OpenDocument-Tabelle (.ods)',
  'an OpenDocument text or presentation': 'ein OpenDocument-Text oder eine -Präsentation',
  'an Apple document (Numbers, Pages or Keynote)': 'ein Apple-Dokument (Numbers, Pages oder Keynote)',
  'plain text': 'reiner Text',
};

const needs: Readonly<Record<string, string>> = {
  'a column that says who bought': 'eine Spalte, in der steht, wer gekauft hat',
  'a column that says when': 'eine Spalte, in der steht, wann es war',
  'a column with e-mail addresses': 'eine Spalte mit E-Mail-Adressen',
  'a column with e-mail addresses or phone numbers, or names and addresses':
    'eine Spalte mit E-Mail-Adressen oder Telefonnummern, oder Namen und Anschriften',
};

const need = (english: unknown): string =>
  needs[String(english)] ?? String(english).replace(/^the column “(.*)”$/, 'die Spalte „$1“');

const owner = (english: unknown): string =>
  String(english)
    .replace(/^another program$/, 'ein anderes Programm')
    .replace(
      /^another Tessera window \(process (\d+), since (.*)\)$/,
      'ein anderes Tessera-Fenster (Prozess $1, seit $2)',
    );

const sought: Readonly<Record<string, string>> = {
  cell: 'Die gesuchte Zelle',
  column: 'Die gesuchte Spalte',
  customer: 'Der gesuchte Kunde',
  export: 'Der gesuchte Export',
  feature: 'Das gesuchte Merkmal',
  file: 'Die gesuchte Datei',
  finding: 'Der gesuchte Hinweis',
  import: 'Der gesuchte Import',
  join: 'Die gesuchte Verknüpfung',
  order: 'Die gesuchte Bestellung',
  segment: 'Das gesuchte Segment',
  segmentation: 'Die gesuchte Einteilung',
  snapshot: 'Der gesuchte Stand',
  table: 'Die gesuchte Tabelle',
  tree: 'Der gesuchte Baum',
};

/** One or two sentences an error: what happened, where, what to do next. No code, no blame. */
export const errors: Readonly<Partial<Record<`error.${ErrorCode}`, Phrase>>> = {
  'error.fileMissing': (v) =>
    `„${v.file}“ ist nicht mehr da. Sehen Sie nach, ob die Datei verschoben oder umbenannt wurde, und öffnen Sie sie dann noch einmal.`,
  'error.fileLocked': (v) =>
    `„${v.file}“ wird gerade von einem anderen Programm benutzt oder darf nicht gelesen werden. Schließen Sie die Datei dort (oft hält Excel sie fest) und versuchen Sie es noch einmal.`,
  'error.fileUnreadable': (v) =>
    `„${v.file}“ ließ sich nicht lesen: ${reason(v.reason)}. Speichern Sie die Datei neu als CSV oder XLSX und öffnen Sie diese.`,
  'error.fileEmpty': (v) => `„${v.file}“ ist leer. Exportieren Sie die Datei neu und prüfen Sie, ob sie Zeilen hat.`,
  'error.fileHeaderOnly': (v) =>
    `„${v.file}“ hat Spaltennamen, aber keine Zeilen darunter. Exportieren Sie die Datei neu, mit einem längeren Zeitraum.`,
  'error.fileNotWhatItSays': (v) =>
    `„${v.file}“ endet auf ${v.says}, ist aber: ${fileKinds[String(v.is)] ?? v.is}. Speichern Sie die Datei im richtigen Format, oder benennen Sie sie passend zum Inhalt um.`,
  'error.fileTooWide': (v, f) =>
    `„${v.file}“ hat ${f.number(Number(v.columns))} Spalten; ein Projekt fasst höchstens ${f.number(Number(v.limit))}. Löschen Sie die Spalten, die Sie nicht brauchen, und öffnen Sie die Datei noch einmal.`,
  'error.fileTooLarge': (v, f) =>
    `„${v.file}“ hat ${f.number(Number(v.megabytes))} MB; für diese Art von Datei sind höchstens ${f.number(Number(v.limitMegabytes))} MB möglich. Speichern Sie sie als CSV und öffnen Sie diese Datei.`,
  'error.fileDamaged': (v, f) =>
    `„${v.file}“ ist beschädigt${v.row ? `, etwa bei Zeile ${f.number(Number(v.row))}` : ''}: ${reason(v.reason)}. Exportieren Sie die Datei neu.`,
  'error.fileChanged': (v) =>
    `„${v.file}“ hat sich geändert, nachdem Sie hineingesehen haben. Öffnen Sie die Datei noch einmal, um zu sehen, was jetzt darin steht.`,
  'error.fileKindUnknown': (v) =>
    `„${v.file}“ ist keine Tabelle, die Tessera lesen kann. Speichern Sie sie als CSV oder XLSX und öffnen Sie diese Datei.`,
  'error.folderEmpty': (v) =>
    `Im Ordner „${v.file}“ ist keine Tabelle, die Tessera lesen kann. Wählen Sie den Ordner oder die Dateien mit Ihren Daten.`,
  'error.isProject': (v) =>
    `„${v.file}“ ist ein Tessera-Projekt. Öffnen Sie es als Projekt, statt es als Tabelle zu lesen.`,
  'error.noNumbers': (v) =>
    `„${v.file}“ enthält nur Text. Tessera braucht Datum und Betrag oder mindestens zwei Spalten mit Zahlen zu jedem Kunden.`,
  'error.noCustomers': (v) =>
    `${v.file ? `In „${v.file}“ bleiben` : 'Es bleiben'} keine Kunden für Segmente übrig. Prüfen Sie, welche Spalte den Kunden nennt, oder behalten Sie einige der Zeilen, die beiseitegelegt wurden.`,
  'error.noOrders': () =>
    'In diesem Projekt gibt es keine Bestellungen mit Kunde und Tag. Öffnen Sie eine Datei mit Bestellungen, um nach vorn zu blicken.',
  'error.mappingIncomplete': (v, f) =>
    `Für „${v.file}“ fehlt noch: ${need(v.missing)}. Wählen Sie die passende Spalte.${v.advice ? ` Wenn es keine gibt: ${exportInstead(v, f)}` : ''}`,
  'error.tooFewCustomers': (v, f) =>
    `Es gibt nur ${f.count(Number(v.customers), 'Kunden', 'Kunden')}; für Segmente braucht es mindestens ${f.number(Number(v.needed))}. Nehmen Sie mehr Daten hinzu.`,
  'error.tooFewToPredict': (v, f) =>
    `Es gibt ${f.count(Number(v.customers), 'Kunden', 'Kunden')}, davon ${Number(v.repeatBuyers) === 1 ? 'kam' : 'kamen'} ${f.number(Number(v.repeatBuyers))} wieder. Für einen Blick nach vorn braucht es mindestens ${f.number(Number(v.neededCustomers))} Kunden, von denen ${f.number(Number(v.neededRepeatBuyers))} wiederkamen. Nehmen Sie einen längeren Zeitraum hinzu.`,
  'error.allAlike': (v, f) =>
    `Alle ${f.number(Number(v.customers))} Kunden gleichen sich in jeder Zahl, also unterscheidet sie nichts. Nehmen Sie eine Spalte hinzu, in der sie sich unterscheiden, oder einen längeren Zeitraum.`,
  'error.tooManySegments': (v, f) =>
    `Gewünscht waren ${f.count(Number(v.k), 'Segment', 'Segmente')}, aber nur ${f.count(Number(v.customers), 'Kunde unterscheidet', 'Kunden unterscheiden')} sich voneinander. Nehmen Sie weniger.`,
  'error.tooManyCustomers': (v, f) =>
    `${f.number(Number(v.customers))} Kunden sind zu viele für diese Art der Einteilung (höchstens ${f.number(Number(v.limit))}). Wählen Sie stattdessen „schnell“.`,
  'error.badNumber': (v, f) =>
    `„${v.value}“ ist keine Zahl (Zeile ${f.number(Number(v.row))}, Spalte ${v.column} in „${v.file}“). Berichtigen Sie das, oder lassen Sie die Spalte weg.`,
  'error.badHistory': (v, f) =>
    `Zeile ${f.number(Number(v.row))} in „${v.file}“ kann nicht stimmen: ${v.problem}. Berichtigen Sie diese Zeile und versuchen Sie es noch einmal.`,
  'error.badShape': (v, f) =>
    `Zeile ${f.number(Number(v.row))} in „${v.file}“ hat ${f.count(Number(v.found), 'Wert', 'Werte')}, erwartet: ${f.number(Number(v.expected))}. Berichtigen Sie diese Zeile und öffnen Sie die Datei noch einmal.`,
  'error.diskFull': (v) =>
    `Die Festplatte ist voll, deshalb ließ sich „${v.file}“ nicht schreiben. Es wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.`,
  'error.fileNotWritten': (v) =>
    `„${v.file}“ ließ sich nicht schreiben: ${reason(v.reason)}. Wählen Sie einen anderen Ort.`,
  'error.projectMissing': (v) =>
    `Das Projekt „${v.file}“ ist nicht mehr da. Sehen Sie nach, ob es verschoben oder umbenannt wurde.`,
  'error.projectExists': (v) =>
    `In „${v.file}“ gibt es schon ein Projekt. Wählen Sie einen anderen Ort, oder erlauben Sie, dass es ersetzt wird.`,
  'error.projectProtected': (v) =>
    `„${v.file}“ lässt sich an diesem Ort nicht schreiben: Der Ordner ist geschützt oder nimmt einen solchen Namen nicht an. Kopieren Sie es in einen eigenen Ordner, zum Beispiel „Dokumente“, oder wählen Sie einen anderen Ort.`,
  'error.projectLocked': (v) =>
    `„${v.file}“ ist schon anderswo geöffnet: ${owner(v.owner)}. Schließen Sie es zuerst dort, oder arbeiten Sie dort weiter.`,
  'error.projectFromFuture': (v) =>
    `„${v.file}“ stammt aus einem neueren Tessera (Format ${v.version}, dieses kennt ${v.supported}). Es wurde nicht angerührt. Aktualisieren Sie Tessera, um es zu öffnen.`,
  'error.projectDamaged': (v) =>
    `„${v.file}“ ist beschädigt und wurde nicht verändert (${reason(v.reason)}). Öffnen Sie die Kopie aus Ihrer letzten Sicherung.`,
  'error.notAProject': (v) =>
    `„${v.file}“ ist kein Tessera-Projekt. Öffnen Sie es als Tabelle, oder wählen Sie eine Datei, die auf .tessera endet.`,
  'error.noProject': () =>
    'Es ist kein Projekt geöffnet. Ziehen Sie eine Tabellendatei herein, oder öffnen Sie zuerst ein Projekt.',
  'error.nameTaken': (v) =>
    v.what === 'feature'
      ? `Es gibt schon ein Merkmal namens „${v.name}“. Wählen Sie einen anderen Namen.`
      : `Ein anderes Segment heißt schon „${v.name}“, jetzt oder in einer früheren Einteilung. Wählen Sie einen Namen, der die beiden unterscheidet.`,
  'error.notFound': (v) =>
    v.what === 'segmentation' && v.id === null
      ? 'Dieses Projekt hat noch keine Segmente. Suchen Sie zuerst Segmente.'
      : `${sought[String(v.what)] ?? 'Das Gesuchte'} ist nicht in diesem Projekt. Vielleicht wurde etwas rückgängig gemacht; gehen Sie zurück und wählen Sie neu.`,
  'error.nothingToUndo': () => 'Es gibt nichts rückgängig zu machen.',
  'error.nothingToRedo': () => 'Es gibt nichts zu wiederholen.',
  'error.busy': () => 'Tessera arbeitet noch an etwas anderem. Warten Sie, bis es fertig ist, oder brechen Sie es ab.',
  'error.badFormula': (v, f) => {
    const problem = formulaProblems[String(v.problem)]?.(v) ?? 'sie ist nicht lesbar';
    return `Diese Formel lässt sich nicht verwenden. Bei Zeichen ${f.number(Number(v.position))}: ${problem}.`;
  },
  'error.featureInUse': (v) => `„${v.by}“ braucht „${v.name}“. Entfernen Sie zuerst „${v.by}“.`,
  'error.badInput': (v) => `Das geht so nicht. ${inputProblem(v.problem)}.`,
  'error.unknownMethod': (v) => `Tessera kennt „${v.method}“ nicht.`,
  'error.wrongUsage': (v) => `${v.problem}`,
  'error.cancelled': () => 'Abgebrochen. Es wurde nichts geändert.',
  'error.internal': (v) =>
    `In Tessera ist etwas schiefgegangen, und es wurde nichts geändert. Einzelheiten stehen im Protokoll auf diesem Computer unter ${v.reference}.`,
};
