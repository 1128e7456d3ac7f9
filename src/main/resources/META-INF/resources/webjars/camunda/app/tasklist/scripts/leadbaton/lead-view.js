// Draws a lead. Text only ever enters the page as text: what a stranger typed into a web form must not become markup.

/** One line for the list of tasks. */
export function listLine(lead) {
  const line = element('div', 'leadbaton-line', element('strong', '', lead.name || 'Name unknown'));
  if (lead.company) line.append(' · ' + lead.company);
  return line;
}

/** The card above the form: whom to call, where the lead stands, what happened last. */
export function leadCard(lead) {
  const card = document.createDocumentFragment();
  card.append(heading(lead), ways(lead), lastEvents(lead.events ?? []));
  return card;
}

export function message(text, ...more) {
  return element('p', 'leadbaton-message', text, ...more);
}

export function button(text, action) {
  const made = element('button', 'btn btn-link', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function heading(lead) {
  const name = element('h3', '', lead.name || 'Name unknown');
  if (lead.company) name.append(element('span', 'leadbaton-company', lead.company));
  const where = element('p', 'leadbaton-where', inWords(lead.stage));
  if (lead.attempts?.planned) where.append(` · ${lead.attempts.made} of ${lead.attempts.planned} attempts made`);
  return element('div', 'leadbaton-heading', name, where);
}

function ways(lead) {
  const list = element('ul', 'leadbaton-ways');
  if (lead.phone) list.append(way('Phone', 'tel:' + lead.phone.replace(/[^+\d]/g, ''), lead.phone));
  if (lead.email) list.append(way('E-mail', 'mailto:' + encodeURIComponent(lead.email).replace('%40', '@'), lead.email));
  if (/^\/[^/\\]/.test(lead.url ?? '')) list.append(pageOf(lead));
  return list;
}

function way(label, address, text) {
  const link = element('a', '', text);
  link.href = address;
  return element('li', '', element('span', 'leadbaton-label', label + ' '), link);
}

function pageOf(lead) {
  const link = element('a', '', 'Whole story');
  link.href = lead.url;
  // A new window: half a form may be filled in here.
  link.target = '_blank';
  link.rel = 'noopener';
  link.title = 'Opens in a new window';
  return element('li', '', link);
}

function lastEvents(events) {
  const list = element('ol', 'leadbaton-events');
  list.setAttribute('aria-label', 'Last events');
  for (const event of events.slice(0, 3)) {
    const time = element('time', '', inShort(event.at));
    time.dateTime = event.at;
    list.append(element('li', '', time, ' ', element('span', '', event.summary), ' ', element('span', 'leadbaton-actor', event.actor)));
  }
  return list;
}

function inShort(instant) {
  const date = new Date(instant);
  return isNaN(date) ? '' : date.toLocaleString([], {dateStyle: 'medium', timeStyle: 'short'});
}

function inWords(stage) {
  const words = String(stage ?? '').replaceAll('_', ' ').toLowerCase();
  return /^(mql|sql|sal)$/.test(words) ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.map(part => part ?? ''));
  return made;
}
