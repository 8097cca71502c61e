import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { fromWire, toAppError, toRpcError, toWire } from '../../../src/main/workers/wire-error.ts';
import { AppError, errorCodes } from '../../../src/shared/errors.ts';

/** As it is after a socket. */
const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('errors on the wire', () => {
  it('keep code and details, every one of them', () => {
    for (const code of errorCodes) {
      const error = new AppError(code, { file: 'a.csv', row: 3, odd: null, on: true });
      expect(fromWire(overTheWire(toWire(error)))).toMatchObject({ code, details: error.details });
      const { data } = overTheWire(toRpcError(error).toJSON());
      expect(toAppError(new ORPCError(code, { data }))).toMatchObject({ code, details: error.details });
    }
  });

  it('say nothing of a bug but a reference', () => {
    const text = JSON.stringify(toRpcError(toAppError(new TypeError('Jane Doe'), 'source.list')).toJSON());
    expect(text).toContain('internal');
    expect(text).not.toContain('Jane');
  });

  it('know every way of saying that somebody stopped', () => {
    const aborted = AbortSignal.abort().reason as Error;
    for (const error of [
      aborted,
      new Error('[AsyncIdQueue] Queue[3] was closed or aborted while waiting for pulling.'),
    ])
      expect(toAppError(error).code).toBe('cancelled');
    expect(toAppError(new Error('something else')).code).toBe('internal');
  });

  it('do not trust a code that is none', () => {
    expect(fromWire({ code: 'rm -rf', details: {} }).code).toBe('internal');
    expect(toAppError(new ORPCError('SOMETHING', { data: { code: 'cancelled', details: { deep: {} } } })).code).toBe(
      'internal',
    );
  });

  it('say which field of the input does not fit', () => {
    const error = new ORPCError('BAD_REQUEST', {
      data: { issues: [{ message: 'too short', path: ['columns', 2, { key: 'name' }] }] },
    });
    expect(toAppError(error, 'source.preview')).toMatchObject({
      code: 'badInput',
      details: { method: 'source.preview', problem: 'columns.2.name: too short' },
    });
  });
});
