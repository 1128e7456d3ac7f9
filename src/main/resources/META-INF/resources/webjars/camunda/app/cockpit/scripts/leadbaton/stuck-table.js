// The table of overdue promises.
import {root} from '../../../../../js/ask.js';
import {element, link} from '../../../../../js/elements.js';
import {capital, duration} from './words.js';

const COLUMNS = ['Lead', 'Promise', 'Owner', 'Team', 'Late by', 'Go to'];

export function stuckTable(page) {
  const head = element('tr', '', ...COLUMNS.map(headCell));
  const table = element('table', 'table leadbaton-table',
    element('caption', 'sr-only', 'Overdue promises, oldest first'),
    element('thead', '', head),
    element('tbody', '', ...page.leads.map(lead => row(lead, page.mayReassign))));
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

function row(lead, mayReassign) {
  const late = element('span', 'leadbaton-late', duration(lead.lateBySeconds));
  late.title = `Was due ${new Date(lead.dueAt).toLocaleString()}`;
  return element('tr', '',
    cell('Lead', element('code', '', shortId(lead))),
    cell('Promise', capital(lead.clauseInWords)),
    cell('Owner', lead.owner ?? 'Nobody: assign by hand'),
    cell('Team', lead.team ?? 'No team'),
    cell('Late by', late),
    cell('Go to', ...ways(lead, mayReassign)));
}

function cell(label, ...content) {
  const made = element('td', '', ...content);
  made.dataset.label = label;
  return made;
}

function ways(lead, mayReassign) {
  const about = `lead ${shortId(lead)}, ${lead.clauseInWords}`;
  const page = `${root}/leads/${encodeURIComponent(lead.leadId)}`;
  const all = [link('Lead', page, `Lead page of ${about}`)];
  if (lead.instance) all.push(link('Instance', `#/process-instance/${lead.instance}/runtime`, `Instance of ${about}`));
  all.push(link('Why', `${root}/clocks/${encodeURIComponent(lead.clockId)}`, `Why late: ${about}`));
  // Without an owner there is nobody to take it from: it is assigned by its task.
  if (mayReassign && lead.owner) all.push(link('Reassign', `${page}#hand-over`, `Reassign ${about}`));
  return all;
}

function shortId(lead) {
  return lead.leadId.slice(0, 8);
}
