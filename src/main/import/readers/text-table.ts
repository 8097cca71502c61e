/** Bytes a block of texts has; a longer text gets a block of its own. */
const blockBytes = 1024 * 1024;
/** Texts that are kept as strings once somebody asked for them: a power of two. */
const keptStrings = 32_768;

/** Many texts by number, kept as bytes: a million strings of their own would take several times as much. */
export interface TextTable {
  readonly size: number;
  add(text: string): void;
  at(index: number): string | undefined;
}

const grown = (numbers: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};

/** An empty table. Texts that are asked for again and again come as one and the same string. */
export const createTextTable = (): TextTable => {
  const blocks: Buffer[] = [];
  /** Bytes used of the last block. */
  let used = blockBytes;
  let size = 0;
  // Of each text: its block, and where it begins and ends there.
  let block: Uint32Array = new Uint32Array(1024);
  let start: Uint32Array = new Uint32Array(1024);
  let end: Uint32Array = new Uint32Array(1024);
  const strings = new Array<string>(keptStrings).fill('');
  const holders = new Int32Array(keptStrings).fill(-1);

  return {
    get size() {
      return size;
    },
    add: (text) => {
      // Three bytes are the most that a unit of UTF-16 takes.
      const most = text.length * 3;
      if (used + most > (blocks.at(-1)?.length ?? 0)) {
        const bytes = most > blockBytes ? Buffer.byteLength(text) : blockBytes;
        blocks.push(Buffer.allocUnsafeSlow(bytes));
        used = 0;
      }
      if (size === block.length) {
        block = grown(block);
        start = grown(start);
        end = grown(end);
      }
      const written = blocks.at(-1)!.write(text, used, 'utf8');
      block[size] = blocks.length - 1;
      start[size] = used;
      used += written;
      end[size] = used;
      size++;
    },
    at: (index) => {
      if (!(index >= 0 && index < size && Number.isInteger(index))) return undefined;
      const slot = index & (keptStrings - 1);
      if (holders[slot] === index) return strings[slot];
      const text = blocks[block[index]!]!.toString('utf8', start[index]!, end[index]!);
      holders[slot] = index;
      strings[slot] = text;
      return text;
    },
  };
};
