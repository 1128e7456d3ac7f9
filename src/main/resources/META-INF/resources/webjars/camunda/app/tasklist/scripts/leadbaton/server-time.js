// The time of the service. The clock of a browser may be minutes wrong, and a promise is counted in minutes.

let told = null;

/** What the service said it was when it answered. */
export function setClock(now) {
  const at = Date.parse(now);
  if (!isNaN(at)) told = {at, since: performance.now()};
}

export function serverNow() {
  return told ? told.at + performance.now() - told.since : Date.now();
}
