import { AppError } from '../../../shared/errors.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';

/** @throws AppError `notFound` */
export const columnAt = (source: StoredSource, name: string): number => {
  const at = source.columns.findIndex((column) => column.name === name);
  if (at < 0) throw new AppError('notFound', { what: 'column', id: name });
  return at;
};
