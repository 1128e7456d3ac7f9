// Asks our own API, with the session of the person who looks. Shared by what we add to Camunda's applications.

export const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

/** The answer as JSON; an error that carries the status, and the sentence that says why, when there is none. */
export async function ask(path, more = {}) {
  const answer = await fetch(`${root}/api/v1${path}`, {
    ...more,
    // Without X-Requested-With a lost session makes the browser ask for a password.
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...more.headers},
    credentials: 'same-origin',
    signal: AbortSignal.timeout(10_000)
  });
  if (!answer.ok) throw await refusal(path, answer);
  return answer.json();
}

/** Sends something that changes a lead. */
export async function send(path, content) {
  const token = await ask('/session-token');
  return ask(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', [token.header]: token.value},
    body: JSON.stringify(content)
  });
}

async function refusal(path, answer) {
  const problem = await answer.json().catch(() => ({}));
  return Object.assign(new Error(`${path} was answered with ${answer.status}`), {status: answer.status, sentence: problem.detail});
}
