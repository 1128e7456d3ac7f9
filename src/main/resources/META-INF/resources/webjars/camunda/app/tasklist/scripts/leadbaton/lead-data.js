// Asks our own API for the lead behind a task, with the session of the person who looks.

const KEPT_FOR = 10_000;
const kept = new Map();

export const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

/** The lead of a task; null when the task has none or isn't ours to see. */
export function leadOf(taskId) {
  const known = kept.get(taskId);
  if (known && Date.now() - known.at < KEPT_FOR) return known.lead;
  return freshLeadOf(taskId);
}

/** The same, asked anew: what stands in the list may be some seconds old, what a rep reads before a call may not. */
export function freshLeadOf(taskId) {
  const lead = ask(taskId);
  kept.set(taskId, {at: Date.now(), lead});
  lead.catch(() => kept.delete(taskId));
  if (kept.size > 200) kept.delete(kept.keys().next().value);
  return lead;
}

async function ask(taskId) {
  const answer = await fetch(`${root}/api/v1/tasks/${encodeURIComponent(taskId)}/lead`, {
    // Without X-Requested-With a lost session makes the browser ask for a password.
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    signal: AbortSignal.timeout(10_000)
  });
  if (answer.status === 403 || answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The lead of the task could not be read: ${answer.status}`);
  return answer.json();
}
