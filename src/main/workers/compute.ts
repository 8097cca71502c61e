import { engineTasks } from '../../shared/engine/tasks.ts';
import { warmEngine } from '../../shared/engine/warm.ts';
import { serveTasks } from './serve-tasks.ts';

/** Thread entry: the engine. */
serveTasks(engineTasks);
// After it, so that a task which is there already comes first.
setImmediate(() => {
  try {
    warmEngine();
  } catch {
    // The first task that needs what failed says so to whoever asked for it.
  }
});
