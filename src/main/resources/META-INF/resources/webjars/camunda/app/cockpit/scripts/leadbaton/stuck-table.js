// The table of overdue promises.
import {root} from '../../../../../js/ask.js';
import {button, element, link} from '../../../../../js/elements.js';
import {toldToAll} from '../../../../../js/zone.js';
import {capital, duration, leadName} from './words.js';

const COLUMNS = ['Lead', 'Promise', 'Owner', 'Team', 'Late by', 'Go to'];

/** `give` is asked for when somebody wants to give away the lead of a row. */
export function stuckTable(page, give) {
  const head = element('tr', '', ...COLUMNS.map(headCell));
  const table = element('table', 'table leadbaton-table',
    element('caption', 'sr-only', 'Overdue promises, oldest first'),
    element('thead', '', head),
    element('tbody', '', ...page.leads.map(lead => row(lead, give))));
  return table;
}

/** Only the times change most of the time: whoever reads or tabs through the table is not disturbed. */
export function ageTable(table, page) {
  page.leads.forEach((lead, index) => {
    table.tBodies[0].rows[index].querySelector('.leadbaton-late').textContent = duration(lead.lateBySeconds);
  });
}

/** What makes two tables differ in more than times. */
export function contentOf(page) {
  return JSON.stringify(page.leads.map(({lateBySeconds, ...rest}) => rest));
}

function headCell(text) {
  const cell = element('th', '', text);
  cell.scope = 'col';
  return cell;
}

function row(lead, give) {
  const late = element('span', 'leadbaton-late', duration(lead.lateBySeconds));
  late.title = `Was due ${toldToAll(lead.dueAt)}`;
  return element('tr', '',
    cell('Lead', ...who(lead)),
    cell('Promise', capital(lead.clauseInWords)),
    cell('Owner', ...owner(lead)),
    cell('Team', lead.team ?? 'No team'),
    cell('Late by', late),
    cell('Go to', ...ways(lead, give)));
}

function who(lead) {
  if (!lead.name) return [element('code', '', shortId(lead))];
  return [element('strong', '', lead.name), ...(lead.company ? [quiet(lead.company)] : [])];
}

/** Where nobody owns the lead, what is waited for says who can do something. */
function owner(lead) {
  if (lead.owner) return [lead.owner];
  return ['No owner', ...(lead.waitsFor ? [quiet(`${capital(lead.waitsForWhom)}: ${lead.waitsFor}`)] : [])];
}

function quiet(text) {
  return element('span', 'leadbaton-quiet', text);
}

function cell(label, ...content) {
  const made = element('td', '', ...content);
  made.dataset.label = label;
  return made;
}

function ways(lead, give) {
  const about = `${leadName(lead)}, ${lead.clauseInWords}`;
  const all = lead.mayBeGiven ? [giving(lead, about, give)] : [];
  all.push(link('Lead', `${root}/leads/${encodeURIComponent(lead.leadId)}`, `Lead page of ${about}`));
  if (lead.instance) all.push(link('Instance', `#/process-instance/${lead.instance}/runtime`, `Instance of ${about}`));
  all.push(link('Why', `${root}/clocks/${encodeURIComponent(lead.clockId)}`, `Why late: ${about}`));
  for (const way of all) way.dataset.way = `${way.textContent} ${lead.clockId}`;
  return all;
}

function giving(lead, about, give) {
  const made = button('Give it to', () => give(lead), 'btn btn-default btn-sm leadbaton-give-to');
  made.setAttribute('aria-label', `Give it to somebody: ${about}`);
  made.setAttribute('aria-haspopup', 'dialog');
  return made;
}

function shortId(lead) {
  return lead.leadId.slice(0, 8);
}
