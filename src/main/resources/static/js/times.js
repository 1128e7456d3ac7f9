// Shows instants in the reader's own time and takes what is typed as such; without scripts both stay in UTC, and say so.
import {inOwnZone, instantOf, isSkipped, told, toldToAll, zoneName} from './zone.js';

function show(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const words = 'zone' in time.dataset ? toldToAll(time.dateTime) : told(time.dateTime);
    if (!words) continue;
    time.title = `${toldToAll(time.dateTime)}, ${time.dateTime}`;
    time.textContent = words;
  }
  for (const name of root.querySelectorAll('[data-zone-name]')) name.textContent = zoneName;
  for (const sentence of root.querySelectorAll('.answer, .empty h1')) sentence.textContent = inOwnZone(sentence.textContent);
}

document.addEventListener('input', ({target}) => {
  if (target.type !== 'datetime-local') return;
  target.setCustomValidity(isSkipped(target.value) ? 'The clocks go forward then and skip this time. Choose another one.' : '');
});

document.addEventListener('formdata', ({target, formData}) => {
  for (const field of target.querySelectorAll('input[type=datetime-local]')) formData.set(field.name, instantOf(field.value));
});

show(document);
document.addEventListener('htmx:load', event => show(event.target));
