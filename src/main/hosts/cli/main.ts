#!/usr/bin/env node
import { keepCompiled } from '../core/keep-compiled.ts';

keepCompiled();
await import('./program.ts');
