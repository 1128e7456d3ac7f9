// Draws the lead card: whom to call, by when, what the time is there, and what was said so far.
import {root} from '../../../../../js/ask.js';
import {element, link} from '../../../../../js/elements.js';
import {told} from '../../../../../js/zone.js';
import {attemptLine} from './attempt-line.js';
import {countdown} from './countdown.js';
import {placeTime} from './place-time.js';

const LAST = 3;

export function leadCard(lead) {
  const card = document.createDocumentFragment();
  card.append(heading(lead), ...promises(lead.promises ?? []), ...asked(lead), ways(lead));
  card.append(element('div', 'leadbaton-columns', aboutLead(lead), conversation(lead.conversation ?? [])));
  return card;
}

function heading(lead) {
  const person = lead.person ?? {};
  const name = element('h3', '', lead.name || 'Name unknown');
  const work = [person.jobTitle, person.company].filter(Boolean).join(', ');
  if (work) name.append(element('span', 'leadbaton-company', work));
  const where = element('p', 'leadbaton-where', inWords(lead.stage), attempts(lead));
  return element('div', 'leadbaton-heading', name, where);
}

function asked({next}) {
  return next ? [element('p', 'leadbaton-ask', ...attemptLine(next))] : [];
}

/** What the next attempt says itself is not said twice. */
function attempts({stage, attempts, next}) {
  if (!attempts?.planned || next) return '';
  const number = attempts.made + 1;
  return /WORKING|ON_HOLD/.test(stage) && number <= attempts.planned
    ? ` · attempt ${number} of ${attempts.planned}`
    : ` · ${attempts.made} of ${attempts.planned} attempts made`;
}

function promises(all) {
  if (all.length === 0) return [];
  const list = element('ul', 'leadbaton-promises');
  list.setAttribute('aria-label', 'Promises');
  for (const promise of all) {
    list.append(element('li', '', nameOf(promise), ' ', countdown(promise)));
  }
  return [list];
}

/** The page behind it says why the promise falls due when it does. */
function nameOf({clockId, clauseInWords}) {
  const name = clockId
    ? elsewhere(link(capital(clauseInWords), `${root}/clocks/${encodeURIComponent(clockId)}`))
    : element('span', '', capital(clauseInWords));
  name.classList.add('leadbaton-promise-name');
  return name;
}

function ways(lead) {
  const {phone, email, doNotCall, emailOptOut} = lead.person ?? {};
  const list = element('ul', 'leadbaton-ways');
  if (phone) list.append(way('Phone', 'tel:' + phone.replace(/[^+\d]/g, ''), phone, doNotCall && 'do not call'));
  if (email) list.append(way('E-mail', 'mailto:' + encodeURIComponent(email).replace('%40', '@'), email, emailOptOut && 'opted out'));
  if (lead.place) list.append(placeTime(lead.place));
  if (/^\/[^/\\]/.test(lead.url ?? '')) list.append(pageOf(lead));
  return list;
}

function way(label, address, text, warning) {
  const item = element('li', '', element('span', 'leadbaton-label', label + ' '), link(text, address));
  if (warning) item.append(' ', element('strong', 'leadbaton-warning', warning));
  return item;
}

function pageOf(lead) {
  return element('li', '', elsewhere(link('Whole story', root + lead.url)));
}

/** In a new window: half a form may be filled in here. */
function elsewhere(way) {
  way.target = '_blank';
  way.rel = 'noopener';
  way.title = 'Opens in a new window';
  return way;
}

function aboutLead({score, person}) {
  const about = element('div', 'leadbaton-about');
  if (score?.total != null) {
    const why = element('ul', '', ...score.reasons.map(reason => element('li', '', reason)));
    const mark = element('summary', '', element('strong', '', `Score ${score.total}`), ` of 100, grade ${score.grade}`);
    about.append(element('details', 'leadbaton-score', mark, why));
  }
  if (person?.message) about.append(element('blockquote', 'leadbaton-words', person.message));
  return about;
}

function conversation(said) {
  const place = element('div', 'leadbaton-conversation', events(said.slice(0, LAST), 'Last events'));
  if (said.length > LAST) {
    const summary = element('summary', '', `${said.length - LAST} earlier`);
    place.append(element('details', 'leadbaton-earlier', summary, events(said.slice(LAST), 'Earlier events')));
  }
  return place;
}

function events(some, name) {
  const list = element('ol', 'leadbaton-events');
  list.setAttribute('aria-label', name);
  for (const event of some) {
    const time = element('time', '', told(event.at));
    time.dateTime = event.at;
    const item = element('li', '', time, ' ', event.summary, ' ', element('span', 'leadbaton-actor', event.actor));
    if (event.note) item.append(element('div', 'leadbaton-words', event.note));
    list.append(item);
  }
  return list;
}

function inWords(stage) {
  const words = String(stage ?? '').replaceAll('_', ' ').toLowerCase();
  return /^(mql|sql|sal)$/.test(words) ? words.toUpperCase() : capital(words);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
