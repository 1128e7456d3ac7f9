// The page with all stuck leads, a hundred at a time.
import {button, element, link} from '../../../../../js/elements.js';
import {stuckList} from './stuck-list.js';

export function draw(place) {
  const team = new URLSearchParams(window.location.hash.split('?')[1]).get('team');
  const title = element('h2', '', team ? `Stuck leads of ${team}` : 'Stuck leads');
  const page = element('section', 'leadbaton-panel leadbaton-page', title);
  page.setAttribute('aria-label', 'Stuck leads');
  if (team) page.append(element('p', '', link('All teams', '#/stuck-leads')));
  place.replaceChildren(page);

  let cursor = null;
  const question = () => ({limit: 100, ...(team && {team}), ...(cursor && {cursor})});
  const turnTo = (next, load) => {
    cursor = next;
    load().then(() => place.closest('.ctn-wrapper, body').scrollTo?.(0, 0));
  };
  return stuckList(page, question, (answer, load) => [
    ...(cursor ? [button('Back to the oldest', () => turnTo(null, load))] : []),
    ...(answer.next ? [button('Next page', () => turnTo(answer.next, load))] : [])
  ]);
}
