import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { appFile } from './app-file.ts';

export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(appFile('package.json'), 'utf8'))).version;
