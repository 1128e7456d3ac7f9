// Keeps the lead card above the form of the open task. Tasklist has no plugin point beside the form (only one for a further tab),
// so the card is put between the head and the tabs of the open task whenever Tasklist has drawn them.
import {button, element} from '../../../../../js/elements.js';
import {refreshing} from '../../../../../js/refreshing.js';
import {keepAboveForm} from './attempt-line.js';
import {markOverdue} from './countdown.js';
import {cardOf} from './lead-data.js';
import {leadCard} from './lead-view.js';

let shown = null;
let stop = () => {};

export function draw() {
  new MutationObserver(keepCard).observe(document.body, {childList: true, subtree: true});
  keepCard();
}

function openTask() {
  const found = /[?&]task=([^&]+)/.exec(window.location.hash);
  return found && decodeURIComponent(found[1]);
}

function keepCard() {
  const tabs = document.querySelector('section.task-card > .tabbed-content');
  const taskId = tabs && openTask();
  const place = tabs && (tabs.parentElement.querySelector(':scope > .leadbaton-card') ?? newPlace(tabs));
  if (taskId === shown?.taskId && place === shown?.place) return keepAboveForm(shown?.next);
  stop();
  shown = taskId && {taskId, place, content: null};
  if (place) place.hidden = !taskId;
  if (taskId) begin(shown);
}

function newPlace(tabs) {
  const place = element('section', 'leadbaton-card');
  place.setAttribute('aria-label', 'Lead');
  tabs.before(place);
  return place;
}

function begin(open) {
  open.place.replaceChildren(message('Loading the lead …'));
  stop = refreshing(() => load(open));
}

async function load(open) {
  try {
    const lead = await cardOf(open.taskId);
    if (open === shown) show(open, lead);
  } catch {
    if (open === shown && !open.content) {
      open.place.replaceChildren(message('The lead could not be loaded. ', button('Try again', () => load(open))));
    }
  }
}

/** Redrawn only when something changed: whoever reads the card is not disturbed. */
function show(open, lead) {
  const content = JSON.stringify({...lead, now: null});
  open.next = lead?.next;
  keepAboveForm(open.next);
  if (content === open.content) return;
  const opened = [...open.place.querySelectorAll('details[open]')].map(part => part.className);
  open.content = content;
  open.place.hidden = !lead;
  open.place.replaceChildren(lead ? leadCard(lead) : '');
  for (const name of opened) open.place.querySelector(`details.${CSS.escape(name)}`)?.setAttribute('open', '');
  markOverdue(open.place.parentElement, lead?.due);
}

function message(...content) {
  return element('p', 'leadbaton-message', ...content);
}
