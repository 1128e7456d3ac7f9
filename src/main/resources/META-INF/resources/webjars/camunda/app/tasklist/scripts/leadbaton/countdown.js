// Counts down to the dates of promises and colours what is urgent; all countdowns of the page run together.
import {element} from '../../../../../js/elements.js';
import {toldToAll} from '../../../../../js/zone.js';
import {serverNow} from './server-time.js';

/** What to do each second, by the element it is done to. */
const running = new Map();

/** The time a promise has left; amber from its first warning or its last fifth on, red when it is broken. */
export function countdown(promise) {
  const time = element('time', 'leadbaton-countdown');
  time.dateTime = promise.dueAt;
  time.title = `Due ${toldToAll(promise.dueAt)}`;
  if (promise.state === 'paused') time.textContent = 'on hold';
  else run(time, () => tell(time, Date.parse(promise.dueAt), Date.parse(promise.soonAt)));
  return time;
}

/** Marks what is overdue by the time of the service; Tasklist itself compares texts of different zones. */
export function markOverdue(place, due) {
  const at = due ? Date.parse(due) : Infinity;
  run(place, () => place.classList.toggle('leadbaton-task-late', at <= serverNow()));
}

function run(place, work) {
  running.set(place, {work, seen: false});
  work();
}

function tell(time, due, soon) {
  const now = serverNow();
  time.textContent = now < due ? `${span(due - now)} left` : `late by ${span(now - due)}`;
  time.dataset.urgency = now >= due ? 'late' : now >= soon ? 'soon' : 'none';
}

/** 4:05, 3 h 20 min, 2 d 4 h. */
function span(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

setInterval(() => {
  for (const [place, one] of running) {
    if (place.isConnected) {
      one.seen = true;
      one.work();
    } else if (one.seen) {
      running.delete(place);
    }
  }
}, 1_000);
