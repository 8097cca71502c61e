import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import type { RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import type { SampleRow } from './find-header.ts';
import { headRows, sheetTables } from './sheet-tables.ts';
import { withSource } from './with-source.ts';
import type { BookPart, XlsAnswer, XlsHead, XlsStart } from './xls-messages.ts';
import { type ByteSource, readZipDirectory, readZipEntry } from './zip.ts';

const megabyte = 1024 * 1024;
/**
 * Such files are parsed whole, in memory: .xls takes 40 to 50 times its size, .xlsb 15 times its unpacked size. A full
 * sheet of old Excel, 65,536 rows of ten columns, has 13 MB and takes 700 MB for the two seconds that it is parsed.
 */
const xlsLimit = 16 * megabyte;
const xlsbLimit = 48 * megabyte;
/** Megabytes of memory that the thread gets; files under the limit need less. */
const memoryMb = 1024;
/** Files under the limit take seconds; one that takes this long is made to take forever. */
const patienceMs = 120_000;

/** Where the thread's entry stands: beside the bundle that runs, outside the archive of a packed app, or as source. */
const threadEntry = (): URL => {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./xls-thread.ts', here);
  return new URL('./xls.js', here.replace('/app.asar/', '/app.asar.unpacked/'));
};

const throwIfTooLarge = (file: string, bytes: number, limit: number): void => {
  if (bytes > limit)
    throw new AppError('fileTooLarge', {
      file,
      // Rounded up, so that it never reads as if it were allowed.
      megabytes: Math.ceil(bytes / megabyte),
      limitMegabytes: limit / megabyte,
    });
};

const readWhole = async (chunks: AsyncIterable<Buffer>, bytes: number): Promise<Uint8Array> => {
  // Memory of its own, which can be handed to another thread.
  const whole = new Uint8Array(bytes);
  let at = 0;
  for await (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** Sheets, texts, styles and what names them; pictures and the like are left out. */
const isNeeded = (name: string): boolean => /\.(bin|rels|xml)$/i.test(name) && !/^(docProps|customXml)\//i.test(name);

async function* readBook(
  source: ByteSource,
  isPacked: boolean,
  signal: AbortSignal | undefined,
): AsyncGenerator<XlsStart['book']> {
  const { file } = source;
  if (!isPacked) {
    throwIfTooLarge(file, source.bytes, xlsLimit);
    yield await readWhole(source.read(0, source.bytes, signal), source.bytes);
    return;
  }
  const entries = [...(await readZipDirectory(source)).values()].filter(({ name }) => isNeeded(name));
  throwIfTooLarge(
    file,
    entries.reduce((sum, { bytes }) => sum + bytes, 0),
    xlsbLimit,
  );
  const parts: BookPart[] = [];
  for (const entry of entries)
    parts.push({ name: entry.name, contents: await readWhole(readZipEntry(source, entry, signal), entry.bytes) });
  yield parts;
}

const errorOf = (file: string, error: unknown): AppError => {
  if (error instanceof AppError) return error;
  const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isFull
    ? new AppError('fileUnreadable', { file, reason: 'it takes more memory than there is' }, error)
    : new AppError('fileDamaged', { file, reason: 'part of its contents makes no sense' }, error);
};

interface XlsThread {
  /** The next answer; `ask` sends for it. */
  next(ask: boolean): Promise<Exclude<XlsAnswer, { failure: string }>>;
  end(): void;
}

const startThread = (start: XlsStart, file: string, signal: AbortSignal | undefined): XlsThread => {
  throwIfAborted(signal);
  const { book } = start;
  const buffers = book instanceof Uint8Array ? [book.buffer] : book.map(({ contents }) => contents.buffer);
  const worker = new Worker(threadEntry(), {
    name: 'tessera-xls',
    workerData: start,
    transferList: buffers as ArrayBuffer[],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 24 },
  });
  let failure: AppError | null = null;
  const arrived: XlsAnswer[] = [];
  let wake = (): void => {};
  const lose = (error: unknown): void => {
    failure ??= errorOf(file, error);
    wake();
  };
  const cancel = (): void => {
    lose(new AppError('cancelled'));
    void worker.terminate();
  };
  worker.on('message', (answer: XlsAnswer) => {
    arrived.push(answer);
    wake();
  });
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`The thread ended with ${code}.`)));
  signal?.addEventListener('abort', cancel, { once: true });
  const end = (): void => {
    signal?.removeEventListener('abort', cancel);
    void worker.terminate();
  };
  return {
    end,
    next: async (ask) => {
      if (ask) worker.postMessage(null);
      const patience = setTimeout(() => lose(new Error('It takes too long.')), patienceMs);
      try {
        while (arrived.length === 0 && failure === null)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      } finally {
        clearTimeout(patience);
      }
      throwIfAborted(signal);
      const answer = arrived.shift();
      if (!answer) throw failure!;
      if (!('failure' in answer)) return answer;
      if (answer.failure === 'locked')
        throw new AppError('fileUnreadable', { file, reason: 'it is locked with a password' });
      throw errorOf(file, new Error(answer.why));
    },
  };
};

async function* inThread<Result>(
  source: ByteSource,
  isPacked: boolean,
  sheet: number | null,
  signal: AbortSignal | undefined,
  use: (thread: XlsThread) => AsyncGenerator<Result>,
): AsyncGenerator<Result> {
  for await (const book of readBook(source, isPacked, signal)) {
    const thread = startThread({ book, sheet, headRows }, source.file, signal);
    try {
      yield* use(thread);
    } finally {
      thread.end();
    }
  }
}

async function* readRows(thread: XlsThread, { onProgress }: ReadOptions): AsyncGenerator<readonly SampleRow[]> {
  for (;;) {
    const answer = await thread.next(true);
    if (!('rows' in answer) || answer.rows.length === 0) return;
    onProgress?.(answer.fraction);
    yield answer.rows;
  }
}

/**
 * Opens a binary Excel file, .xls or (packed) .xlsb, by SheetJS: one table for every visible sheet with rows, in the
 * order of the tabs. Each reading parses the file again, in a thread of its own, which a cancel ends at once.
 * @param isPacked .xlsb
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `fileUnreadable`, `fileTooLarge`, `cancelled`
 */
export const openXls = async (
  identity: FileIdentity,
  gzip: boolean,
  isPacked: boolean,
  options: ReadOptions,
): Promise<RawTable[]> => {
  if (!gzip && !isPacked && !identity.unpack) throwIfTooLarge(identity.file, identity.bytes, xlsLimit);
  const { signal } = options;
  const heads: XlsHead[] = [];
  const found = withSource(identity, gzip, signal, (source) =>
    inThread(source, isPacked, null, signal, async function* (thread) {
      const answer = await thread.next(false);
      if ('heads' in answer) yield* answer.heads;
    }),
  );
  for await (const head of found) heads.push(head);
  const tables = sheetTables(
    identity,
    heads.map(({ sheet, name, rows }) => ({
      name,
      rows,
      read: (readOptions) =>
        withSource(identity, gzip, readOptions.signal, (source) =>
          inThread(source, isPacked, sheet, readOptions.signal, (thread) => readRows(thread, readOptions)),
        ),
    })),
  );
  options.onProgress?.(1);
  return tables;
};
