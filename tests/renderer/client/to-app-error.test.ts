import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { errorOfAnswer, toAppError } from '../../../src/renderer/client/to-app-error.ts';
import { AppError } from '../../../src/shared/errors.ts';

describe('toAppError', () => {
  it('keeps the code and details that the host sent', () => {
    const error = new ORPCError('fileEmpty', { data: { code: 'fileEmpty', details: { file: 'a.csv' } } });
    expect(toAppError(error)).toMatchObject({ code: 'fileEmpty', details: { file: 'a.csv' } });
  });
  it('leaves ours as they are', () => {
    const error = new AppError('noProject');
    expect(toAppError(error)).toBe(error);
  });
  it('takes an abort for a cancel', () => {
    expect(toAppError(new DOMException('The operation was aborted.', 'AbortError')).code).toBe('cancelled');
    expect(toAppError(new Error('[AsyncIdQueue] Queue[1] was closed or aborted')).code).toBe('cancelled');
  });
  it('does not trust a code that is none of ours', () => {
    const error = new ORPCError('X', { data: { code: 'rm -rf', details: {} } });
    expect(toAppError(error).code).toBe('internal');
  });
});

describe('errorOfAnswer', () => {
  it('reads both forms in which the binary routes answer', async () => {
    const file = Response.json({ error: { code: 'diskFull', details: { file: 'a' } } }, { status: 507 });
    expect(await errorOfAnswer(file, 'upload')).toMatchObject({ code: 'diskFull', details: { file: 'a' } });
    const column = Response.json({ json: { data: { code: 'notFound', details: { what: 'column' } } } });
    expect((await errorOfAnswer(column, 'column')).code).toBe('notFound');
  });
  it('says where an answer came from that is no JSON', async () => {
    const answer = new Response('<html>', { status: 502 });
    expect(await errorOfAnswer(answer, 'upload')).toMatchObject({
      code: 'internal',
      details: { reference: 'upload 502' },
    });
  });
});
