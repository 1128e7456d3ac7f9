// Shows the state of the promises where managers look. Cockpit stays blank when this file cannot be loaded or throws, so it
// holds next to nothing: each part is loaded when its place is drawn, and what goes wrong is said there.

/** A part draws into its place and answers how to stop. */
function plugin(part, pluginPoint, more = {}) {
  let stop = () => {};
  const render = async (place, context) => {
    let left = false;
    stop = () => { left = true; };
    try {
      const {draw} = await import(`./${part}.js`);
      if (!left) stop = draw(place, context) ?? stop;
    } catch (error) {
      console.warn('Leadbaton could not draw', part, error);
      sayNothingCameOf(place, () => render(place, context));
    }
  };
  const unmount = () => {
    try {
      stop();
    } catch (error) {
      console.warn('Leadbaton could not leave', part, error);
    }
  };
  return {
    id: `leadbaton.${part}`,
    pluginPoint,
    priority: 100,
    render: (place, context) => void render(place, context),
    unmount,
    ...more
  };
}

function sayNothingCameOf(place, again) {
  // A diagram is not an element of the page: it goes without.
  if (!(place instanceof Element)) return;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'btn btn-link';
  retry.textContent = 'Try again';
  retry.addEventListener('click', again);
  place.replaceChildren('This part of Leadbaton could not be loaded. ', retry);
}

export default [
  plugin('dashboard', 'cockpit.dashboard'),
  plugin('page', 'cockpit.route', {properties: {path: '/stuck-leads', label: 'Stuck leads'}}),
  plugin('menu', 'cockpit.navigation', {checkActive: url => url.includes('#/stuck-leads')}),
  plugin('badges', 'cockpit.processDefinition.diagram.plugin'),
  plugin('lead-link', 'cockpit.processInstance.runtime.action')
];
