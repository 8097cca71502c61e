/** Hears what stands in a piece of XML, in order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attribute: Attributes): void;
  close(name: string): void;
  /** Character references undone. A long text comes in pieces. Only heard while `wantsText`. */
  text(text: string): void;
  readonly wantsText: boolean;
}

/** The value of an attribute of the element that just opened, by its name without prefix. */
export type Attributes = (name: string) => string | undefined;

export interface XmlScanner {
  /** @throws SyntaxError for what is no XML */
  write(piece: string): void;
  /** Whether the root has begun and ended, and nothing is left over. */
  readonly isComplete: boolean;
}

/** Longer than any tag of an honest file, and little enough to be kept whole. */
const longestTag = 4 * 1024 * 1024;
/** Deeper than any format of tables nests. */
const deepest = 256;

const wrong = (what: string): SyntaxError => new SyntaxError(what);

const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const undoReference = (whole: string, name: string): string => {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!(code > 0 && code <= 0x10ffff)) throw wrong(`${whole} is no character`);
    return String.fromCodePoint(code);
  }
  const character = known[name];
  // Entities that a file declares itself are never expanded: they are how small files become endless.
  if (character === undefined) throw wrong(`${whole} is not known`);
  return character;
};

const undoReferences = (text: string): string => text.replace(/&([^;]{0,32});?/g, undoReference);

const decode = (text: string): string => (text.includes('&') ? undoReferences(text) : text);

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML piece by piece, as far as files of tables need it: elements, attributes, text, CDATA, character references;
 * comments, instructions and document types are passed over, references to declared entities refused. Nothing is kept
 * but the names of the elements that are open and a tag that is not complete yet. Written for sheets of ten million
 * cells: half of saxes's time, since it builds no object for a tag, and cuts out only what is asked for.
 */
export const createXmlScanner = (handler: XmlHandler): XmlScanner => {
  const open: string[] = [];
  const openLocals: string[] = [];
  const locals = new Map<string, string>();
  let kept = '';
  let hasRoot = false;
  /** The text is that of a CDATA section, up to its end. */
  let inSection = false;

  /** Attributes of the tag at hand: made into strings only where somebody asks for them. */
  let tag = '';
  let attributesAt = 0;
  let attributesEnd = 0;

  /** Of each attribute: where its name begins and ends, where its value begins and ends. */
  const places: number[] = [];
  let count = -1;

  const findAttributes = (): void => {
    count = 0;
    let at = attributesAt;
    for (;;) {
      while (at < attributesEnd && isSpace(tag.charCodeAt(at))) at++;
      if (at >= attributesEnd) return;
      let nameAt = at;
      let code = tag.charCodeAt(at);
      while (at < attributesEnd && code !== 61 && !isSpace(code)) {
        if (code === 58) nameAt = at + 1;
        code = tag.charCodeAt(++at);
      }
      const nameEnd = at;
      while (at < attributesEnd && isSpace(tag.charCodeAt(at))) at++;
      if (at >= attributesEnd || tag.charCodeAt(at) !== 61) throw wrong('an attribute has no value');
      at++;
      while (at < attributesEnd && isSpace(tag.charCodeAt(at))) at++;
      const quote = tag.charCodeAt(at);
      if (at >= attributesEnd || (quote !== 34 && quote !== 39)) throw wrong('an attribute has no quotes');
      const valueAt = at + 1;
      at = valueAt;
      while (at < attributesEnd && tag.charCodeAt(at) !== quote) at++;
      if (at >= attributesEnd) throw wrong('an attribute does not end');
      places[count] = nameAt;
      places[count + 1] = nameEnd;
      places[count + 2] = valueAt;
      places[count + 3] = at;
      count += 4;
      at++;
    }
  };

  const attribute: Attributes = (wanted) => {
    if (count < 0) findAttributes();
    for (let i = 0; i < count; i += 4) {
      const nameAt = places[i]!;
      if (places[i + 1]! - nameAt !== wanted.length || tag.charCodeAt(nameAt) !== wanted.charCodeAt(0)) continue;
      if (wanted.length === 1 || tag.startsWith(wanted, nameAt)) return decode(tag.slice(places[i + 2], places[i + 3]));
    }
    return undefined;
  };

  /** End of the tag that begins at `from`, past quoted attributes; −1 where it is not there yet. */
  const endOfTag = (piece: string, from: number): number => {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === 62) return at;
      if (code !== 34 && code !== 39) continue;
      at = piece.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
    return -1;
  };

  const nameOf = (piece: string, from: number, end: number): string => {
    const name = piece.slice(from, end);
    if (name === '') throw wrong('an element has no name');
    return name;
  };

  const localOf = (name: string): string => {
    let local = locals.get(name);
    if (local === undefined) {
      local = localName(name);
      if (locals.size < 4096) locals.set(name, local);
    }
    return local;
  };

  const readEndTag = (piece: string, from: number, end: number): void => {
    let nameEnd = end;
    while (nameEnd > from && isSpace(piece.charCodeAt(nameEnd - 1))) nameEnd--;
    const name = open.pop();
    const local = openLocals.pop()!;
    if (name === undefined || nameEnd - from !== name.length || !piece.startsWith(name, from))
      throw wrong('an element ends that did not begin');
    handler.close(local);
  };

  const readStartTag = (piece: string, from: number, end: number): void => {
    const isEmpty = piece.charCodeAt(end - 1) === 47;
    attributesEnd = isEmpty ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < attributesEnd && !isSpace(piece.charCodeAt(nameEnd))) nameEnd++;
    const name = nameOf(piece, from, nameEnd);
    tag = piece;
    attributesAt = nameEnd;
    count = -1;
    if (open.length === 0 && hasRoot) throw wrong('there is a second root');
    hasRoot = true;
    const local = localOf(name);
    handler.open(local, attribute);
    if (isEmpty) {
      handler.close(local);
      return;
    }
    openLocals.push(local);
    if (open.push(name) > deepest) throw wrong('elements nest without end');
  };

  const sayText = (text: string, isLiteral: boolean): void => {
    if (open.length === 0) {
      if (isLiteral || text.trim() !== '') throw wrong('text stands outside the root');
    } else if (handler.wantsText && text !== '') handler.text(isLiteral ? text : decode(text));
  };

  /** Text up to the next tag; where the piece ends first, all but a reference that may go on. Gives where it got to. */
  const readText = (piece: string, at: number): number => {
    const next = piece.indexOf('<', at);
    if (next >= 0) {
      if (next > at) sayText(piece.slice(at, next), false);
      return next;
    }
    const reference = piece.lastIndexOf('&');
    const isCut = reference >= at && piece.length - reference < 36 && !piece.includes(';', reference);
    const end = isCut ? reference : piece.length;
    if (end > at) sayText(piece.slice(at, end), false);
    return end;
  };

  const readSection = (piece: string, at: number): number => {
    const close = piece.indexOf(']]>', at);
    // The mark may be cut in two.
    const end = close >= 0 ? close : Math.max(at, piece.length - 2);
    if (end > at) sayText(piece.slice(at, end), true);
    inSection = close < 0;
    return close < 0 ? end : close + 3;
  };

  /** Where `<!…>` or `<?…>` ends; −1 where it is not there yet. */
  const endOfAside = (piece: string, at: number): number => {
    const past = (mark: string, from: number) => {
      const end = piece.indexOf(mark, from);
      return end < 0 ? -1 : end + mark.length;
    };
    if (piece.startsWith('<?', at)) return past('?>', at + 2);
    if (piece.startsWith('<!--', at)) return past('-->', at + 4);
    if (piece.startsWith('<![CDATA[', at)) {
      inSection = true;
      return at + 9;
    }
    // Too short yet to tell.
    if ('<!--'.startsWith(piece.slice(at)) || '<![CDATA['.startsWith(piece.slice(at))) return -1;
    if (open.length > 0 || hasRoot || !piece.startsWith('<!DOCTYPE'.slice(0, piece.length - at), at))
      throw wrong('a declaration stands where none may');
    const end = past('>', at);
    const declared = piece.indexOf('[', at);
    if (declared < 0 || declared >= end) return end;
    const close = piece.indexOf(']', declared);
    return close < 0 ? -1 : past('>', close);
  };

  const readAll = (piece: string): number => {
    let at = 0;
    while (at < piece.length) {
      if (inSection) {
        at = readSection(piece, at);
        if (inSection) return at;
        continue;
      }
      const code = piece.charCodeAt(at);
      if (code !== 60) {
        at = readText(piece, at);
        if (at < piece.length && piece.charCodeAt(at) !== 60) return at;
        continue;
      }
      if (at + 1 >= piece.length) return at;
      const kind = piece.charCodeAt(at + 1);
      if (kind === 33 || kind === 63) {
        const end = endOfAside(piece, at);
        if (end < 0) return at;
        at = end;
      } else if (kind === 47) {
        const end = piece.indexOf('>', at + 2);
        if (end < 0) return at;
        readEndTag(piece, at + 2, end);
        at = end + 1;
      } else {
        const end = endOfTag(piece, at + 1);
        if (end < 0) return at;
        readStartTag(piece, at + 1, end);
        at = end + 1;
      }
    }
    return at;
  };

  return {
    get isComplete() {
      return hasRoot && open.length === 0 && !inSection && kept.trim() === '';
    },
    write: (piece) => {
      const whole = kept === '' ? piece : kept + piece;
      kept = whole.slice(readAll(whole));
      if (kept.length > longestTag) throw wrong('a tag does not end');
    },
  };
};
