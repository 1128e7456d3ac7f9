// Shows the lead where a rep works: its name in the list of tasks, and the card above the form of the open task.
// Tasklist has no plugin point beside the form (only one for a further tab), so the card is put between the head and
// the tabs of the open task whenever Tasklist has drawn them. Nothing here may throw: Tasklist would stay blank.

import {freshLeadOf, leadOf, root} from './lead-data.js';
import {button, leadCard, listLine, message} from './lead-view.js';

let shownTask = null;

function openTask() {
  const found = /[?&]task=([^&]+)/.exec(window.location.hash);
  return found && decodeURIComponent(found[1]);
}

function keepCard() {
  const tabs = document.querySelector('section.task-card > .tabbed-content');
  if (!tabs) {
    shownTask = null;
    return;
  }
  const taskId = openTask();
  const card = tabs.parentElement.querySelector(':scope > .leadbaton-card') ?? newCard(tabs);
  if (taskId !== shownTask || !card.hasChildNodes()) fill(card, taskId);
}

function newCard(tabs) {
  const card = document.createElement('section');
  card.className = 'leadbaton-card';
  card.setAttribute('aria-label', 'Lead');
  card.setAttribute('aria-live', 'polite');
  tabs.before(card);
  return card;
}

async function fill(card, taskId) {
  shownTask = taskId;
  card.hidden = !taskId;
  card.replaceChildren(message('Loading the lead …'));
  const content = await contentFor(card, taskId);
  if (shownTask !== taskId) return;
  card.hidden = !content;
  card.replaceChildren(content ?? message(''));
}

async function contentFor(card, taskId) {
  try {
    const lead = taskId && (await freshLeadOf(taskId));
    return lead && leadCard(lead);
  } catch {
    return message('The lead could not be loaded. ', button('Try again', () => fill(card, taskId)));
  }
}

async function drawLine(container, taskId) {
  try {
    const lead = await leadOf(taskId);
    if (lead) container.replaceChildren(listLine(lead));
  } catch {
    container.replaceChildren();
  }
}

function drawLinkToLeads(container) {
  const link = document.createElement('a');
  link.href = root + '/leads';
  link.textContent = 'Leads';
  container.replaceChildren(link);
}

new MutationObserver(keepCard).observe(document.body, {childList: true, subtree: true});

export default [
  {id: 'leadbaton.list', pluginPoint: 'tasklist.card', priority: 10, render: (container, {taskId}) => void drawLine(container, taskId)},
  {id: 'leadbaton.leads', pluginPoint: 'tasklist.navbar.action', priority: 400, render: drawLinkToLeads}
];
