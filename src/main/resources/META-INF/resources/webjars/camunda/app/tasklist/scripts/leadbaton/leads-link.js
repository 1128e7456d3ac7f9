// The way from Tasklist to the search for leads.
import {root} from '../../../../../js/ask.js';
import {link} from '../../../../../js/elements.js';

export function draw(place) {
  place.replaceChildren(link('Leads', root + '/leads'));
}
