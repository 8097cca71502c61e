export type { Tree } from './tree.ts';
