// The panel on Cockpit's dashboard: the promises that are overdue for longest, and how the teams stand.
import {element, link} from '../../../../../js/elements.js';
import {stuckList} from './stuck-list.js';

const SHOWN = 10;

export function draw(place) {
  const panel = element('section', 'leadbaton-panel', element('h2', '', 'Stuck leads'));
  panel.setAttribute('aria-label', 'Stuck leads');
  place.replaceChildren(panel);
  return stuckList(panel, () => ({limit: SHOWN}), page => page.next ? [link('All stuck leads', '#/stuck-leads')] : []);
}
