import { readFileSync } from 'node:fs';
import { appFile } from './app-file.ts';

/** Tessera's own, as its package.json says. */
export const { version } = JSON.parse(readFileSync(appFile('package.json'), 'utf8')) as { readonly version: string };
