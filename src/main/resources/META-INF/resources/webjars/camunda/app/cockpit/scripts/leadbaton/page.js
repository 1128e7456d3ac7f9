// The page with all stuck leads, a hundred at a time.
import {button, element, link} from '../../../../../js/elements.js';
import {stuckList} from './stuck-list.js';

export function draw(place) {
  const {team, definition, activity, step} = Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1]));
  const title = element('h2', '', titleOf(team, activity && (step || activity)));
  const page = element('section', 'leadbaton-panel leadbaton-page', title);
  page.setAttribute('aria-label', 'Stuck leads');
  if (team || activity) page.append(element('p', '', link(activity ? 'All stuck leads' : 'All teams', '#/stuck-leads')));
  place.replaceChildren(page);

  let cursor = null;
  const question = () => ({limit: 100, ...(team && {team}), ...(activity && {definition, activity}), ...(cursor && {cursor})});
  const turnTo = (next, load) => {
    cursor = next;
    load().then(() => place.closest('.ctn-wrapper, body').scrollTo?.(0, 0));
  };
  return stuckList(page, question, (answer, load) => [
    ...(cursor ? [button('Back to the oldest', () => turnTo(null, load))] : []),
    ...(answer.next ? [button('Next page', () => turnTo(answer.next, load))] : [])
  ]);
}

function titleOf(team, step) {
  if (step) return `Stuck leads that wait at “${step}”`;
  return team ? `Stuck leads of ${team}` : 'Stuck leads';
}
