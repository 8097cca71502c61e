import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json';

/** Hears what JSON holds, in order. Numbers come with their digits as written. */
export interface JsonHandler {
  open(isList: boolean): void;
  close(): void;
  key(name: string): void;
  /** @param isText a text, which JSON would write in quotation marks; null has none */
  value(text: string | null, isText: boolean): void;
  /** A value stands for itself, outside any other. */
  documentEnd(): void;
}

/** What is no JSON. */
export class JsonMistake extends Error {}

/** Deeper than anybody nests; every level costs memory. */
const deepest = 200;

type Expected = 'value' | 'valueOrEnd' | 'keyOrEnd' | 'key' | 'colon' | 'commaOrEnd';

class ExactTokenizer extends Tokenizer {
  /** Digits stay as they are written; the library wants a number, and hands on whatever it gets. */
  override parseNumber(text: string): number {
    return text as unknown as number;
  }
}

export interface JsonScanner {
  write(chunk: Uint8Array | string): void;
  /** @returns false where a value was not finished */
  end(): boolean;
}

/**
 * Reads JSON as it streams by, one document after another: cut into tokens by @streamparser/json (71 MB/s where
 * stream-json does 15), put together here, because the library's own parser keeps no digits and every value.
 * @throws JsonMistake
 */
export const createJsonScanner = (handler: JsonHandler): JsonScanner => {
  const tokens = new ExactTokenizer({ separator: '' });
  const lists: boolean[] = [];
  let expected: Expected = 'value';

  const finishValue = (): void => {
    expected = lists.length === 0 ? 'value' : 'commaOrEnd';
    if (lists.length === 0) handler.documentEnd();
  };
  const expectValue = (): void => {
    if (expected !== 'value' && expected !== 'valueOrEnd') throw new JsonMistake();
  };
  const open = (isList: boolean): void => {
    expectValue();
    if (lists.length >= deepest) throw new JsonMistake();
    lists.push(isList);
    expected = isList ? 'valueOrEnd' : 'keyOrEnd';
    handler.open(isList);
  };
  const close = (isList: boolean): void => {
    const isOpen = lists.length > 0 && lists.at(-1) === isList;
    if (!isOpen || (expected !== 'commaOrEnd' && expected !== (isList ? 'valueOrEnd' : 'keyOrEnd')))
      throw new JsonMistake();
    lists.pop();
    handler.close();
    finishValue();
  };
  const value = (text: string | null, isText: boolean): void => {
    expectValue();
    handler.value(text, isText);
    finishValue();
  };

  const text = (found: string): void => {
    if (expected !== 'key' && expected !== 'keyOrEnd') {
      value(found, true);
      return;
    }
    handler.key(found);
    expected = 'colon';
  };
  const follow = (mark: TokenType): void => {
    if (expected !== (mark === TokenType.COLON ? 'colon' : 'commaOrEnd')) throw new JsonMistake();
    expected = mark === TokenType.COLON || lists.at(-1) ? 'value' : 'key';
  };

  tokens.onToken = ({ token, value: found }) => {
    if (token === TokenType.STRING) text(String(found));
    else if (token === TokenType.NULL) value(null, false);
    else if (token === TokenType.NUMBER || token === TokenType.TRUE || token === TokenType.FALSE)
      value(String(found), false);
    else if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) open(token === TokenType.LEFT_BRACKET);
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET)
      close(token === TokenType.RIGHT_BRACKET);
    else follow(token);
  };
  let isCut = false;
  let mistake: unknown = null;
  // The library's own errors are mistakes of the file; what the handler throws passes through as it is.
  tokens.onError = (error) => {
    mistake ??= error instanceof TokenizerError ? new JsonMistake(error.message) : error;
  };
  const throwMistake = (): void => {
    if (mistake !== null) throw mistake;
  };
  return {
    write: (chunk) => {
      tokens.write(chunk);
      throwMistake();
    },
    end: () => {
      tokens.onError = () => {
        isCut = true;
      };
      tokens.end();
      return !isCut && lists.length === 0 && expected === 'value';
    },
  };
};
