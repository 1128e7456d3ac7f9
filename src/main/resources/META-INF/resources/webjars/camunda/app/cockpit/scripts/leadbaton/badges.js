// Says in the diagram of a process how much waits at each step and how urgent it is.
import {ask} from '../../../../../js/ask.js';
import {button, element, link} from '../../../../../js/elements.js';
import {refreshing} from '../../../../../js/refreshing.js';

const TYPE = 'leadbaton';

/** However small the diagram. */
const READABLE = {min: 0.65};

export function draw(viewer, {processDefinitionId}) {
  const trouble = element('p', 'leadbaton-diagram-trouble');
  trouble.setAttribute('role', 'alert');
  const load = async () => {
    try {
      const {activities} = await ask(`/process-definitions/${encodeURIComponent(processDefinitionId)}/activities`);
      trouble.remove();
      show(viewer, processDefinitionId, activities);
    } catch (error) {
      if (error.status === 403) return;
      trouble.replaceChildren('What is overdue could not be loaded. ', button('Try again', load));
      viewer.get('canvas').getContainer().append(trouble);
    }
  };
  return refreshing(load);
}

function show(viewer, definition, activities) {
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  overlays.remove({type: TYPE});
  for (const activity of activities) {
    const step = elements.get(activity.activityId);
    if (step) {
      const list = listOf(definition, activity.activityId, step.businessObject.name);
      overlays.add(step, TYPE, {position: {top: -12, left: 4}, scale: READABLE, html: badges(activity, list)});
    }
  }
}

/** The stuck leads that wait at a step. */
function listOf(definition, activity, step = '') {
  return `#/stuck-leads?${new URLSearchParams({definition, activity, step})}`;
}

function badges({open, dueWithinTheHour, overdue}, list) {
  const all = element('div', 'leadbaton-badges');
  all.title = `${open} open, ${dueWithinTheHour} due within the hour, ${overdue} overdue`;
  if (open) all.append(element('span', 'leadbaton-open', `${open} open`));
  if (dueWithinTheHour) all.append(element('span', 'leadbaton-soon', `${dueWithinTheHour} due`));
  if (overdue) {
    const late = link(`${overdue} late`, list, 'Show the overdue promises of the leads that wait here');
    late.className = 'leadbaton-overdue';
    all.append(late);
  }
  return all;
}
