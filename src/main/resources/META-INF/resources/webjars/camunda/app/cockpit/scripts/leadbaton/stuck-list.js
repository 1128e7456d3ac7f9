// A list of overdue promises that keeps itself up to date, says when it cannot, and never disturbs who is reading it.
import {ask} from '../../../../../js/ask.js';
import {button, element, link} from '../../../../../js/elements.js';
import {refreshing} from '../../../../../js/refreshing.js';
import {giveTo} from './give.js';
import {ageTable, contentOf, stuckTable} from './stuck-table.js';
import {promises} from './words.js';

/** Draws what the question brings; below the list stands what `foot` makes of the answer. */
export function stuckList(place, question, foot) {
  const parts = {
    status: element('p', 'leadbaton-status'),
    trouble: element('p', 'leadbaton-trouble'),
    done: element('p', 'leadbaton-done'),
    teams: element('ul', 'leadbaton-teams'),
    list: element('div', 'leadbaton-list', 'Loading …'),
    foot: element('div', 'leadbaton-foot')
  };
  parts.status.setAttribute('role', 'status');
  parts.trouble.setAttribute('role', 'alert');
  parts.trouble.hidden = true;
  parts.done.setAttribute('role', 'status');
  parts.done.tabIndex = -1;
  place.append(...Object.values(parts));
  let shown = null;
  const give = lead => {
    const pressed = focusedWay(parts);
    giveTo(lead, sentence => { parts.done.textContent = sentence; }, () => load().then(() => goOnAt(parts, pressed)));
  };
  const load = async () => {
    try {
      const page = await ask(`/stuck-leads?${new URLSearchParams(question())}`);
      parts.trouble.hidden = true;
      parts.trouble.replaceChildren();
      shown = show(parts, page, shown, give);
      parts.foot.replaceChildren(...foot(page, load));
    } catch (error) {
      if (!shown) parts.list.replaceChildren();
      parts.trouble.hidden = false;
      parts.trouble.replaceChildren(...sentence(error, shown, load));
    }
  };
  return refreshing(load);
}

function show(parts, page, shown, give) {
  const content = contentOf(page);
  const teams = JSON.stringify(page.teams);
  if (content !== shown?.content) redraw(parts, page, give);
  else if (page.leads.length > 0) ageTable(parts.list.querySelector('table'), page);
  if (teams !== shown?.teams) {
    parts.status.textContent = summary(page);
    parts.teams.replaceChildren(...page.teams.map(teamLine));
  }
  return {content, teams, at: new Date()};
}

function redraw(parts, page, give) {
  const focused = focusedWay(parts);
  parts.list.replaceChildren(page.leads.length > 0 ? stuckTable(page, give) : element('p', 'leadbaton-empty', 'No promise is overdue here.'));
  way(parts, focused)?.focus();
}

/** Whoever gave a lead away goes on where they were, or at what came of it once the row is gone. */
function goOnAt(parts, pressed) {
  (way(parts, pressed) ?? parts.done).focus();
}

function focusedWay(parts) {
  return parts.list.contains(document.activeElement) ? document.activeElement.dataset.way : null;
}

function way(parts, name) {
  return name ? parts.list.querySelector(`[data-way="${CSS.escape(name)}"]`) : null;
}

function summary(page) {
  const overdue = page.teams.reduce((sum, team) => sum + team.overdue, 0);
  return overdue === 0 ? 'Every promise is being kept.' : `${promises(overdue)}.`;
}

function teamLine(team) {
  const name = team.team ? link(team.team, `#/stuck-leads?team=${encodeURIComponent(team.team)}`) : 'No team yet';
  const late = element('span', team.overdue > 0 ? 'leadbaton-late' : '', `${team.overdue} overdue`);
  return element('li', '', element('strong', '', name), ' ', late, `, ${team.dueWithinTheHour} due within the hour, ${team.running} in time`);
}

function sentence(error, shown, again) {
  if (error.status === 401) return ['You are logged out. ', button('Log in again', () => window.location.reload())];
  if (error.status === 403) return ['Stuck leads are not for your role.'];
  const what = shown
    ? `This list is of ${shown.at.toLocaleTimeString()} and could not be renewed. `
    : 'The stuck leads could not be loaded. ';
  return [what, button('Try again', again)];
}
