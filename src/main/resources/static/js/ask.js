// Asks our own API, with the session of the person who looks. Shared by what we add to Camunda's applications.

export const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

/** The answer as JSON; an error that carries the status when there is none. */
export async function ask(path) {
  const answer = await fetch(`${root}/api/v1${path}`, {
    // Without X-Requested-With a lost session makes the browser ask for a password.
    headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    credentials: 'same-origin',
    signal: AbortSignal.timeout(10_000)
  });
  if (!answer.ok) throw Object.assign(new Error(`${path} was answered with ${answer.status}`), {status: answer.status});
  return answer.json();
}
