import { keepCompiled } from '../core/keep-compiled.ts';

keepCompiled();
await import('./serve.ts');
