// The way to the list of stuck leads in Cockpit's head.
import {link} from '../../../../../js/elements.js';

export function draw(place) {
  place.className = 'leadbaton-menu';
  place.replaceChildren(link('Stuck leads', '#/stuck-leads'));
}
