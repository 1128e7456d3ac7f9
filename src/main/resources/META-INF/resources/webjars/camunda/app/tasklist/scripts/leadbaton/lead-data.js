// Asks for the leads behind tasks: those of a whole list with one question, that of the open task with all that is known.
import {ask} from '../../../../../js/ask.js';
import {setClock} from './server-time.js';

const KEPT_FOR = 10_000;
const MOST = 100;

const kept = new Map();
let waiting = new Map();

/** A task of the list; null when it is about no lead or isn't ours to see. Tasks drawn in the same moment are asked for together. */
export function lineOf(taskId) {
  const known = kept.get(taskId);
  if (known && performance.now() - known.at < KEPT_FOR) return known.line;
  const line = new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(askForAll, 20);
    waiting.set(taskId, {resolve, reject});
  });
  kept.set(taskId, {at: performance.now(), line});
  line.catch(() => kept.delete(taskId));
  if (kept.size > 500) kept.delete(kept.keys().next().value);
  return line;
}

async function askForAll() {
  const asked = [...waiting];
  waiting = new Map();
  for (let from = 0; from < asked.length; from += MOST) {
    await askFor(asked.slice(from, from + MOST));
  }
}

async function askFor(some) {
  try {
    const {now, tasks} = await ask('/tasks/leads?' + some.map(([id]) => 'task=' + encodeURIComponent(id)).join('&'));
    setClock(now);
    const lines = new Map(tasks.map(task => [task.taskId, task]));
    for (const [id, {resolve}] of some) resolve(lines.get(id) ?? null);
  } catch (error) {
    for (const [, {reject}] of some) reject(error);
  }
}

/** The card of a task, asked anew each time: what a rep reads before a call must not be old. */
export async function cardOf(taskId) {
  try {
    const card = await ask(`/tasks/${encodeURIComponent(taskId)}/lead`);
    setClock(card.now);
    return card;
  } catch (error) {
    if (error.status === 403 || error.status === 404) return null;
    throw error;
  }
}
