import { engineTasks } from '../../shared/engine/tasks.ts';
import { serveTasks } from './serve-tasks.ts';

/** Thread entry: the engine. */
serveTasks(engineTasks);
