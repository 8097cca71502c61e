import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError } from '../../../../shared/errors.ts';

/**
 * Reads the lines, then answers one question a line: `run` says in how many seconds the seven results were there,
 * `write` puts them into a file, `forget` lets the system drop what it keeps of another file in memory.
 */
const script = `
import json, os, sys, time
import pandas as pd
lines = pd.read_csv(sys.argv[1], usecols=['Invoice', 'StockCode', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID'],
    dtype={'Invoice': 'int32', 'StockCode': 'category', 'Quantity': 'int32', 'Customer ID': 'int32'},
    parse_dates=['InvoiceDate'])
lines['Amount'] = lines['Quantity'] * lines['Price']
lines['Day'] = lines['InvoiceDate'].dt.normalize()
lines['Product'] = lines['StockCode'].cat.codes
del lines['StockCode'], lines['InvoiceDate']
print(json.dumps(pd.__version__), flush=True)

def finish(result):
    result['days'] = (lines['Day'].max() - result['last']).dt.days
    result['mean'] = result['total'] / result['orders']
    return result

def counted():
    return finish(lines.groupby('Customer ID').agg(total=('Amount', 'sum'), first=('Day', 'min'), last=('Day', 'max'),
        orders=('Invoice', 'nunique'), products=('Product', 'nunique')))

def dropped():
    result = lines.groupby('Customer ID').agg(total=('Amount', 'sum'), first=('Day', 'min'), last=('Day', 'max'))
    result['orders'] = lines.drop_duplicates(['Customer ID', 'Invoice']).groupby('Customer ID').size()
    result['products'] = lines.drop_duplicates(['Customer ID', 'Product']).groupby('Customer ID').size()
    return finish(result)

result = None
for question in sys.stdin:
    what, _, path = question.rstrip('\\n').partition(' ')
    answer = True
    if what == 'run':
        took = []
        for way in (counted, dropped):
            began = time.perf_counter()
            result = way()
            took.append(time.perf_counter() - began)
        answer = min(took)
    elif what == 'write':
        day = lambda name: (result[name] - pd.Timestamp(0)).dt.days
        table = pd.DataFrame({'days': result['days'], 'orders': result['orders'], 'total': result['total'],
            'first': day('first'), 'last': day('last'), 'mean': result['mean'], 'products': result['products']})
        table.reset_index().sort_values('Customer ID').to_numpy(dtype='float64').tofile(path)
    elif what == 'forget':
        file = os.open(path, os.O_RDONLY)
        os.fsync(file)
        if hasattr(os, 'posix_fadvise'):
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
    print(json.dumps(answer), flush=True)
`;

/** pandas with the lines in memory: numbers, days and products' numbers in columns of their own. */
export interface Pandas {
  readonly version: string;
  /** Seconds that the seven results take, by the faster of two usual ways: nunique, or without doubles and counted. */
  run(): Promise<number>;
  /** Writes customer, days, orders, total, first, last, mean, products as doubles, row after row by customer. */
  write(path: string): Promise<void>;
  /** Lets the system drop what it keeps of a file in memory. */
  forget(path: string): Promise<void>;
  end(): void;
}

const pythons = ['/usr/bin/python3', 'python3'];

/** Starts pandas over a file of order lines; null where no Python has it. */
export const startPandas = async (file: string, signal: AbortSignal): Promise<Pandas | null> => {
  const python = pythons.find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
  if (python === undefined) return null;
  const child = spawn(python, ['-c', script, file], { stdio: ['pipe', 'pipe', 'inherit'], signal });
  // A child that was ended says so by its last line, which never comes.
  child.on('error', () => {});
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <Answer>(): Promise<Answer> => {
    const { value, done } = await answers.next();
    if (signal.aborted) throw new AppError('cancelled');
    if (done) throw new Error('pandas ended.');
    return JSON.parse(value) as Answer;
  };
  const ask = <Answer>(question: string): Promise<Answer> => {
    child.stdin.write(`${question}\n`);
    return next<Answer>();
  };
  return {
    version: await next<string>(),
    run: () => ask<number>('run'),
    write: async (path) => void (await ask(`write ${path}`)),
    forget: async (path) => void (await ask(`forget ${path}`)),
    end: () => child.stdin.end(),
  };
};
