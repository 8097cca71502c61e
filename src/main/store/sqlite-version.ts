import { openSqlite } from './sqlite.ts';

/** The SQLite in the driver; a failure to load it speaks for itself. */
export const sqliteVersion = (): string => {
  const db = openSqlite(':memory:', { mustExist: false });
  try {
    return db.prepare<{ version: string }>('SELECT sqlite_version() AS version').get()?.version ?? 'unknown';
  } finally {
    db.close();
  }
};
