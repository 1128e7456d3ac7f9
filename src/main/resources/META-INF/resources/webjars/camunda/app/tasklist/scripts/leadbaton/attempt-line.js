// Says what the contact plan asks for next: on which channel, to which number or address, and which attempt it is.
import {element, link} from '../../../../../js/elements.js';

export function attemptLine({todo, address, link: way, which}) {
  const to = /^(tel|mailto):/.test(way ?? '') ? [' ', link(address, way)] : [];
  return [element('strong', '', todo), ...to, ` \u00b7\u00a0${which}`];
}

/** Once more above the form's first field: on a telephone the card is far up. Tasklist draws the form anew with its tab. */
export function keepAboveForm(next) {
  const form = document.querySelector('section.task-card .fjs-container');
  const drawn = form?.parentElement.querySelector(':scope > .leadbaton-ask');
  const content = JSON.stringify(next ?? null);
  if (!form || (drawn?.dataset.content ?? 'null') === content) return;
  drawn?.remove();
  if (!next) return;
  const line = element('p', 'leadbaton-ask', ...attemptLine(next));
  line.dataset.content = content;
  form.before(line);
}
