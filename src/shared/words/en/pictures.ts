import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';
import { inside } from './trait-words.ts';

const segmentsOf = (k: unknown): string => `${spelled(k)} ${Number(k) === 1 ? 'segment' : 'segments'}`;
/** A name that is half a sentence itself stands in quotes. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `“${name}”` : String(name));
/** “more spent on wines”: the name of a fact within a line of others. */
const within = (fact: unknown): string => String(fact).replace(/^(Spent|Number) /, (start) => start.toLowerCase());

/** “more charges”, “higher tenure”, “more spent on wines”, “older”. */
const grown = (fact: unknown, isMore: boolean): string => {
  const name = within(fact);
  if (/^age$/i.test(name)) return isMore ? 'older' : 'younger';
  const amount = /^(spent|number) /.test(name);
  if (amount || /[^su]s$|\w+s at home$/i.test(name))
    return `${isMore ? 'more' : amount ? 'less' : 'fewer'} ${inside(name)}`;
  return `${isMore ? 'higher' : 'lower'} ${inside(name)}`;
};

/** “Best customers”, not “Slipping away”: a name that says who they are. */
const isPeople = (name: unknown): boolean => /(customers|regulars|spenders|buyers|newcomers)$/i.test(String(name));

/** “112 of your Best customers are now Slipping away”, where that can be said of the name. */
const moved = (v: Values, f: Format): string =>
  isPeople(v.from)
    ? `${f.number(Number(v.customers))} of your ${v.from} ${Number(v.customers) === 1 ? 'is' : 'are'} now ${quoted(v.to)}`
    : `${f.count(Number(v.customers), 'customer', 'customers')} went from ${quoted(v.from)} to ${quoted(v.to)}`;

/** “, 208 of them in Bought once”. */
const most = (v: Values, f: Format, where: 'in' | 'from'): string => {
  const rest =
    v.most === v.customers ? (Number(v.customers) < 2 ? '' : 'all of them ') : `${f.number(Number(v.most))} of them `;
  return `, ${rest}${where} ${quoted(v.name)}`;
};

/** The pictures and analysis screens: segments, map, tree, report. */
export const pictures = {
  // Segments
  'pictures.segments.title.revenue': (v, f) =>
    `${capital(segmentsOf(v.k))}; ${quoted(v.name)} bring ${f.share(Number(v.share))} of the revenue`,
  'pictures.segments.title.customers': (v, f) =>
    `${capital(segmentsOf(v.k))}; the largest is ${quoted(v.name)}, ${f.share(Number(v.share))} of all`,
  'pictures.segments.title.none': (v, f) =>
    `${capital(segmentsOf(v.k))}; customers in none bring ${f.share(Number(v.share))} of the revenue`,
  'pictures.segments.title.noneCustomers': (v, f) =>
    `${capital(segmentsOf(v.k))}; ${f.share(Number(v.share))} of the customers are in none`,
  'pictures.segments.title.one': () => 'One segment: everybody together',
  'pictures.segments.from': (v) => `From ${v.facts}.`,
  'pictures.segments.moreFacts': (v, f) => f.count(Number(v.count), 'more fact', 'more facts'),
  'pictures.segments.countedFrom': (v, f) => `Counted from ${f.day(String(v.day))}, the last order in the file.`,
  'pictures.segments.list': () => 'Segments',
  'pictures.segments.column.segment': () => 'Segment',
  'pictures.segments.column.why': () => 'Why',
  'pictures.segments.column.customers': () => 'Customers',
  'pictures.segments.column.shareOfCustomers': () => 'Share of customers',
  'pictures.segments.column.revenue': () => 'Revenue',
  'pictures.segments.column.shareOfRevenue': () => 'Share of revenue',
  'pictures.segments.select': (v) => `Select ${v.name}`,
  'pictures.segments.rename': (v) => `Rename ${v.name}`,
  'pictures.segments.newName': (v) => `New name for ${v.name}`,
  'pictures.segments.nameTaken': () => 'Another segment has this name already.',
  'pictures.segments.recolour': (v) => `Change the colour of ${v.name}`,
  'pictures.segments.colour': (v, f) => `Colour ${f.number(Number(v.number))}`,
  'pictures.segments.empty.title': () => 'No segments yet',
  'pictures.segments.empty.text': () =>
    'Tessera puts customers who shop alike into the same segment, names them and says what to do.',
  'pictures.segments.empty.open': () => 'Open a spreadsheet',
  'pictures.segments.empty.noData': () => 'Open a spreadsheet first; then segments can be found in it.',
  'pictures.segments.find': () => 'Find segments',
  'pictures.segments.findAgain': () => 'Find segments again',
  'pictures.segments.howMany': () => 'How many segments',
  'pictures.segments.automatic': () => 'Automatic',
  'pictures.segments.way': () => 'Way of finding them',
  'pictures.segments.way.kmeans': () => 'Quick way',
  'pictures.segments.way.kmeans.text': () =>
    'Each customer joins the most similar typical customer. Good for any number of customers.',
  'pictures.segments.way.ward': () => 'Similar-customers tree',
  'pictures.segments.way.ward.text': () =>
    'The most similar customers are joined first, then similar groups. Slower; shows how groups hang together.',
  'pictures.segments.stale': () =>
    'Your data changed since these segments were found. Find them again to bring them up to date.',
  'pictures.segments.nobody': () => 'Click a segment to see why it is one and what to do.',

  // Since the run before
  'pictures.flows.title': () => 'Since last time',
  'pictures.flows.title.day': (v, f) => `Since last time, ${f.day(String(v.day))}`,
  'pictures.flows.title.same': () => 'Since last time: the same customers, divided anew',
  'pictures.flows.all': (v, f) => `Show all ${f.number(Number(v.count))}`,
  'pictures.flows.fewer': () => 'Show fewer',
  'pictures.flows.moved': (v, f) => `${moved(v, f)}.`,
  'pictures.flows.spent': (v, f) => `Spent so far: ${f.money(Math.round(Number(v.revenue)))}`,
  'pictures.flows.counted': (v, f) =>
    `${f.count(Number(v.customers), 'customer', 'customers')} of ${quoted(v.from)} now ${Number(v.customers) === 1 ? 'counts' : 'count'} as ${quoted(v.to)}.`,
  'pictures.flows.new': (v, f) =>
    `${f.count(Number(v.customers), 'customer is', 'customers are')} new${most(v, f, 'in')}.`,
  'pictures.flows.gone': (v, f) =>
    `${f.count(Number(v.customers), 'customer is', 'customers are')} no longer there${most(v, f, 'from')}.`,
  'pictures.flows.none': (v, f) =>
    `${f.count(Number(v.customers), 'customer is', 'customers are')} in no segment now${most(v, f, 'from')}.`,
  'pictures.flows.placed': (v, f) =>
    `${f.count(Number(v.customers), 'customer', 'customers')} who had no segment now ${Number(v.customers) === 1 ? 'has' : 'have'} one${most(v, f, 'in')}.`,
  'pictures.flows.renamed': (v) => `“${v.now}” was called “${v.before}”.`,
  'pictures.flows.added': (v) => `“${v.name}” is a new segment.`,
  'pictures.flows.returned': (v) => `“${v.name}” is a segment again.`,
  'pictures.flows.replaced': (v) => `“${v.name}” are mostly other customers than before.`,
  'pictures.flows.vanished': (v) => `“${v.name}” is no segment of its own any more.`,
  'pictures.flows.one.stayed': (v, f) =>
    `${f.number(Number(v.customers))} of the ${f.number(Number(v.of))} who were in it still are.`,
  'pictures.flows.one.added': () => 'A new segment.',
  'pictures.flows.one.replaced': () => 'They are mostly other customers than before.',
  'pictures.flows.one.returned': () => 'It is a segment again.',
  'pictures.flows.one.came': (v, f) => `${f.number(Number(v.customers))} came from ${quoted(v.name)}.`,
  'pictures.flows.one.came.namesake': (v, f) =>
    `${f.count(Number(v.customers), 'was in the earlier one', 'were in the earlier one')}.`,
  'pictures.flows.one.came.absent': (v, f) =>
    `${f.count(Number(v.customers), 'is a new customer', 'are new customers')}.`,
  'pictures.flows.one.came.none': (v, f) => `${f.number(Number(v.customers))} had no segment.`,
  'pictures.flows.one.left': (v, f) => `${f.number(Number(v.customers))} went to ${quoted(v.name)}.`,
  'pictures.flows.one.left.absent': (v, f) =>
    `${f.count(Number(v.customers), 'is no longer there', 'are no longer there')}.`,
  'pictures.flows.one.left.none': (v, f) =>
    `${f.count(Number(v.customers), 'has no segment now', 'have no segment now')}.`,

  // A segment in the inspector
  'pictures.one.whatToDo': () => 'What to do',
  'pictures.one.mailingList': (v, f) => `Mailing list (${f.number(Number(v.customers))})`,
  'pictures.one.noMailingList': () =>
    'Your file has no column with names or e-mail addresses, so there is no mailing list.',
  'pictures.one.apart': () => 'What sets them apart',
  'pictures.one.apart.typical': (v) => `${v.value} · everybody ${v.all}`,
  'pictures.one.figures': () => 'In figures',
  'pictures.one.size': () => 'Customers',
  'pictures.one.revenue': () => 'Revenue',
  'pictures.one.perCustomer': () => 'Revenue per customer',
  'pictures.one.ofAll': (v, f) => `${f.share(Number(v.share))} of all`,
  'pictures.one.ofRevenue': (v, f) => `${f.share(Number(v.share))} of the revenue`,
  'pictures.one.showCustomers': () => 'Show these customers',

  // How they differ
  'pictures.profile.title': () => 'How they differ from the average customer',
  'pictures.profile.summary': (v) => `Segments against customer facts. ${v.findings}`,
  'pictures.profile.finding': (v) => `${v.segment}: ${v.facts}.`,
  'pictures.profile.fact': (v) => `${v.feature} ${v.word}`,
  'pictures.profile.allSame': (v) => `${v.segment}: about average in everything.`,
  'pictures.profile.lower': () => 'lower',
  'pictures.profile.higher': () => 'higher',
  'pictures.profile.average': () => 'average',
  'pictures.profile.mean': (v) => `Average: ${v.value}`,
  'pictures.profile.median': (v) => `Typical (half have less): ${v.value}`,
  'pictures.profile.overall': (v) => `Typical of everybody: ${v.value}`,
  'pictures.level.muchLower': () => 'much lower',
  'pictures.level.lower': () => 'lower',
  'pictures.level.same': () => 'average',
  'pictures.level.higher': () => 'higher',
  'pictures.level.muchHigher': () => 'much higher',

  'pictures.unit.days': (v, f) => f.count(Math.round(Number(v.value)), 'day', 'days'),
  'pictures.unit.count': (v, f) => f.number(Number(v.value), 1),
  'pictures.unit.money': (v, f) => f.money(Number(v.value)),
  'pictures.unit.share': (v, f) => f.share(Number(v.value)),
  'pictures.unit.number': (v, f) => f.number(Number(v.value)),
  'pictures.unit.missing': () => 'not known',
  'pictures.axis.days': (v) => (/\bdays?\b/i.test(String(v.name)) ? `${v.name}` : `${v.name} (days)`),
  'pictures.axis.count': (v) => `${v.name} (number)`,
  'pictures.axis.money': (v) => `${v.name} (in your file’s currency)`,
  'pictures.axis.share': (v) => `${v.name}`,
  'pictures.axis.number': (v) => `${v.name}`,

  // Map
  'pictures.map.title.apart': (v) =>
    `${quoted(v.apart)} stand furthest from the rest; ${quoted(v.one)} and ${quoted(v.other)} are most alike`,
  'pictures.map.title.two': (v) => `${quoted(v.one)} and ${quoted(v.other)} on the map`,
  'pictures.map.title.plain': () => 'Similar customers lie close together',
  'pictures.map.title.together': (v) => `The ${v.x}, the ${v.y}`,
  'pictures.map.title.against': (v) => `The ${v.x}, the ${v.y}`,
  'pictures.map.more': (v) => `more ${within(v.name)}`,
  'pictures.map.less': (v) => `less ${within(v.name)}`,
  'pictures.map.higher': (v) => `higher ${within(v.name)}`,
  'pictures.map.lower': (v) => `lower ${within(v.name)}`,
  'pictures.map.title.unrelated': (v) => `${capital(String(v.x))} says little about ${v.y}`,
  'pictures.map.subtitle': (v, f) =>
    `${f.count(Number(v.customers), 'customer', 'customers')}, one dot each. Similar customers lie close together.`,
  'pictures.map.subtitle.facts': (v, f) => `${f.count(Number(v.customers), 'customer', 'customers')}, one dot each.`,
  'pictures.map.subtitle.missing': (v, f) =>
    `${f.count(Number(v.customers), 'customer is', 'customers are')} not shown, because one of the two facts is missing.`,
  'pictures.map.arrange': () => 'Arrange by',
  'pictures.map.arrange.likeness': () => 'Likeness',
  'pictures.map.arrange.facts': () => 'Two facts',
  'pictures.map.across': () => 'Across',
  'pictures.map.up': () => 'Up',
  'pictures.map.axis.plain': () => 'Similar customers lie close together',
  'pictures.map.axis.words': (v) => `${v.words} →`,
  'pictures.map.axis.more': (v) => grown(v.feature, true),
  'pictures.map.axis.less': (v) => grown(v.feature, false),
  'pictures.map.axis.longerAgo': () => 'longer since the last order',
  'pictures.map.axis.moreRecently': () => 'ordered more recently',
  'pictures.map.axis.moreOrders': () => 'more orders',
  'pictures.map.axis.fewerOrders': () => 'fewer orders',
  'pictures.map.axis.moreSpent': () => 'more spent',
  'pictures.map.axis.lessSpent': () => 'less spent',
  'pictures.map.tool': () => 'What dragging does',
  'pictures.map.tool.pan': () => 'Move',
  'pictures.map.tool.zoom': () => 'Zoom to a box',
  'pictures.map.tool.select': () => 'Select a box',
  'pictures.map.tool.lasso': () => 'Select freehand',
  'pictures.map.zoomIn': () => 'Closer',
  'pictures.map.zoomOut': () => 'Further away',
  'pictures.map.reset': () => 'Show everybody',
  'pictures.map.clear': () => 'Clear the selection',
  'pictures.map.legend': () => 'Segments',
  'pictures.map.picked': (v, f) => `${f.count(Number(v.customers), 'customer', 'customers')} selected`,
  'pictures.map.hint': () => 'Click a dot to select its segment, with Ctrl or ⌘ to select only that customer.',
  'pictures.map.noPicture': () =>
    'This computer cannot draw this picture (its browser has no WebGL). The table shows the same figures.',
  'pictures.map.customer': (v) => `Customer ${v.key}`,
  'pictures.map.table.typical': (v) => `${v.feature}, typical`,
  'pictures.map.summary': (v, f) =>
    `A dot for each of ${f.count(Number(v.customers), 'customer', 'customers')}, coloured by segment. ${v.finding}.`,
  'pictures.map.loading': () => 'Drawing your customers …',

  // Tree
  'pictures.tree.title': (v) =>
    `Where to cut: ${spelled(v.k)} ${Number(v.k) === 1 ? 'group' : 'groups'} of similar customers`,
  'pictures.tree.title.none': () => 'Which customers are alike?',
  'pictures.tree.title.none.text': () => 'A tree shows who hangs together, and where to cut them into segments.',
  'pictures.tree.subtitle': () =>
    'Customers that shop alike hang together; branches that join high up differ most. Drag the line to change how many groups there are.',
  'pictures.tree.none.text': () =>
    'The tree joins the two most similar customers, then the next two, until everybody hangs together. You then choose how far to cut it into segments. Your present segments are kept.',
  'pictures.tree.none.customers': (v, f) =>
    `It will grow over ${f.count(Number(v.customers), 'customer', 'customers')}.`,
  'pictures.tree.grow.title': () => 'From one customer to all',
  'pictures.tree.grow': () => 'Grow the tree',
  'pictures.tree.growing': () => 'Growing the tree',
  'pictures.tree.axis': () => 'How different the joined groups are',
  'pictures.tree.axis.short': () => 'How different',
  'pictures.tree.line': () => 'Where the tree is cut',
  'pictures.tree.handle': (v) => `${v.k} ${Number(v.k) === 1 ? 'segment' : 'segments'} · drag to change`,
  'pictures.tree.value': (v) => `${v.k} ${Number(v.k) === 1 ? 'segment' : 'segments'}`,
  'pictures.tree.branch': (v, f) => f.count(Number(v.customers), 'customer', 'customers'),
  'pictures.tree.branchNumber': (v) => `Branch ${v.number}`,
  'pictures.tree.leaf': (v, f) => `${f.count(Number(v.customers), 'similar customer', 'similar customers')}`,
  'pictures.tree.folded': (v, f) =>
    `${f.number(Number(v.customers))} customers, gathered into ${f.number(Number(v.leaves))} twigs.`,
  'pictures.tree.someFacts': (v) => `Under it the ${spelled(v.shown)} facts of ${v.all} on which they differ most.`,
  'pictures.tree.summary': (v, f) =>
    `A tree of ${f.number(Number(v.customers))} customers, cut into ${segmentsOf(v.k)}${v.sizes === null ? '' : ` of ${v.sizes} customers`}.`,
  'pictures.tree.howMany': () => 'How many segments?',
  'pictures.tree.howMany.text': (v) =>
    `${capital(spelled(v.k))} is what we would start with. The notes say what speaks for and against each number.`,
  'pictures.tree.note.recommended': () => 'recommended',
  'pictures.tree.note.clear': () => 'clearly apart',
  'pictures.tree.note.good': () => 'good',
  'pictures.tree.note.alike': () => 'two nearly alike',
  'pictures.tree.note.large': (v, f) => `largest ${f.share(Number(v.share))}`,
  'pictures.tree.note.tiny': (v, f) => `smallest ${f.share(Number(v.share))}`,
  'pictures.tree.use': (v) => `Use ${Number(v.k) === 1 ? 'this one' : `these ${spelled(v.k)}`}`,
  'pictures.tree.inUse': () => 'These are your segments now.',
  'pictures.tree.keeps': () => 'Your other segments are kept; you can switch back on the Segments screen.',

  // Report
  'pictures.report.title': () => 'A report to print or pass on',
  'pictures.report.files': () => 'Take the figures with you',
  'pictures.report.segments': () => 'Customers with their segment',
  'pictures.report.segments.text': () => 'One line a customer, for your till, web shop or spreadsheet.',
  'pictures.report.customers': () => 'Customers with all facts',
  'pictures.report.customers.text': () => 'The same with every figure Tessera worked out.',
  'pictures.report.mailingList': () => 'Mailing list',
  'pictures.report.mailingList.text': () => 'Names and e-mail addresses as your file has them, for one segment or all.',
  'pictures.report.mailingList.whom': () => 'Whom to write to',
  'pictures.report.mailingList.everybody': () => 'Everybody',
  'pictures.report.pictures': () => 'Pictures',
  'pictures.report.pictures.text': () => 'For slides (PNG) or for print (SVG).',
  'pictures.report.period': (v, f) => `${f.day(String(v.from))} to ${f.day(String(v.to))}`,

  // Around every picture
  'pictures.picture.asTable': () => 'Show as table',
  'pictures.picture.asPicture': () => 'Show as picture',
  'pictures.picture.failed': () => 'The picture could not be drawn. The table shows the same figures.',

  // Method details: the analyst's words
  'pictures.method.kmeans': () => 'k-means',
  'pictures.method.ward': () => 'Ward’s hierarchical clustering',
  'pictures.method.average': () => 'Hierarchical clustering, average linkage',
  'pictures.method.complete': () => 'Hierarchical clustering, complete linkage',
  'pictures.method.single': () => 'Hierarchical clustering, single linkage',
  'pictures.method.weighted': () => 'Hierarchical clustering, weighted linkage',
  'pictures.method.microward': () => 'Ward’s hierarchical clustering over micro-clusters',
  'pictures.method.gmm': () => 'Gaussian mixture',
  'pictures.method.hdbscan': () => 'HDBSCAN',
  'pictures.method.kmedoids': () => 'k-medoids',
  'pictures.method.rules': () => 'Plain rules on days since last order, orders and total spent',
  'pictures.method.method': () => 'Method',
  'pictures.method.asked': () => 'k asked for',
  'pictures.method.auto': () => 'automatic',
  'pictures.method.k': () => 'k chosen',
  'pictures.method.statisticalK': () => 'k with the best silhouette',
  'pictures.method.statisticalK.value': (v, f) =>
    v.score === null ? `${v.k}` : `${v.k} (silhouette ${f.number(Number(v.score), 3)})`,
  'pictures.method.silhouette': () => 'Silhouette, mean',
  'pictures.method.segmentSilhouette': () => 'Silhouette of this cluster',
  'pictures.method.inertia': () => 'Inertia',
  'pictures.method.iterations': () => 'Iterations',
  'pictures.method.seed': () => 'Seed',
  'pictures.method.engine': () => 'Engine version',
  'pictures.method.input': () => 'Input hash',
  'pictures.method.notComputed': () => 'not computed',
  'pictures.method.preparation': () => 'Preparation',
  'pictures.method.feature': () => 'Feature',
  'pictures.method.transform': () => 'Transform',
  'pictures.method.skew': () => 'Skewness before → after',
  'pictures.method.meanDeviation': () => 'Mean · deviation',
  'pictures.method.imputed': () => 'Imputed',
  'pictures.method.sweep': () => 'Sweep over k',
  'pictures.method.smallest': () => 'Smallest',
  'pictures.method.largest': () => 'Largest',
  'pictures.method.chosen': () => 'chosen',
  'pictures.method.reason': () => 'Why this many',
  'pictures.method.tree.heights': () => 'Merge heights at which k changes',
  'pictures.method.tree.height': () => 'Height',
} satisfies WordList;
