// From a process instance to the page of the lead it is about.
import {ask, root} from '../../../../../js/ask.js';
import {button, link} from '../../../../../js/elements.js';

export function draw(place, {processInstanceId}) {
  const load = async () => {
    try {
      const lead = await ask(`/process-instances/${encodeURIComponent(processInstanceId)}/lead`);
      const way = link('Lead', root + lead.url);
      way.className = 'btn btn-default leadbaton-way';
      way.title = 'Open the page of this lead';
      place.replaceChildren(way);
    } catch (error) {
      // Absences and registrations are about no lead, and not everybody may know.
      if (error.status === 404 || error.status === 403) return;
      place.replaceChildren(button('Lead not found out, try again', load));
    }
  };
  load();
}
