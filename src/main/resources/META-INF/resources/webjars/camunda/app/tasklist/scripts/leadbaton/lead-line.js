// A lead in the list of tasks: who it is, what is to be done next, which promise falls due first and how much time is left.
import {element} from '../../../../../js/elements.js';
import {attemptLine} from './attempt-line.js';
import {countdown, markOverdue} from './countdown.js';
import {lineOf} from './lead-data.js';

export async function draw(place, taskId) {
  try {
    const lead = await lineOf(taskId);
    if (lead) show(place, lead);
  } catch {
    place.replaceChildren();
  }
}

function show(place, lead) {
  const name = element('div', 'leadbaton-line', element('strong', '', lead.name || 'Name unknown'));
  if (lead.company) name.append(' · ' + lead.company);
  place.replaceChildren(name);
  if (lead.next) place.append(element('div', 'leadbaton-line leadbaton-ask', ...attemptLine(lead.next)));
  if (lead.promise) {
    const words = element('span', 'leadbaton-promise-name', capital(lead.promise.clauseInWords));
    place.append(element('div', 'leadbaton-line', words, ' ', countdown(lead.promise)));
  }
  const card = place.closest('li.task');
  if (card) markOverdue(card, lead.due);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
