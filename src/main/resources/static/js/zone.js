// The reader's own time zone: how an instant is told there, and which instant is meant by what was typed there.

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
export const zoneName = zone.replaceAll('_', ' ');

const full = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
const fullWithDay = new Intl.DateTimeFormat(undefined, {weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'});

/** Empty for what is no instant. */
export function told(instant) {
  const at = new Date(instant);
  return isNaN(at) ? '' : full.format(at);
}

/** For places that people in different zones read out to each other: Mon, Nov 30, 2026, 2:00 PM (Europe/Berlin). */
export function toldToAll(instant) {
  const at = new Date(instant);
  return isNaN(at) ? '' : `${fullWithDay.format(at)} (${zoneName})`;
}

/** Sentences of the service hold times like "2026-11-30 13:00 UTC". */
export function inOwnZone(sentence) {
  return sentence.replace(/\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/g, (_, day, time) => told(`${day}T${time}:00Z`));
}

/** The instant of a field's local time, with its offset left behind; empty for an empty field. */
export function instantOf(local) {
  return local ? new Date(local).toISOString() : '';
}

/** Clocks that are set forward leave an hour out: no instant has that time. */
export function isSkipped(local) {
  const at = new Date(local);
  return !isNaN(at) && (at.getHours() !== Number(local.slice(11, 13)) || at.getMinutes() !== Number(local.slice(14, 16)));
}
