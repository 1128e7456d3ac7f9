// Shows the lead where a rep works: its name and the time left in the list of tasks, and the card above the form of the open task.
// Tasklist stays blank when this file cannot be loaded or throws, so it holds next to nothing: each part is loaded when it is drawn.

async function draw(part, ...where) {
  try {
    (await import(`./${part}.js`)).draw(...where);
  } catch (error) {
    console.warn('Leadbaton could not draw', part, error);
  }
}

draw('lead-card');
draw('own-times');

export default [
  {id: 'leadbaton.list', pluginPoint: 'tasklist.card', priority: 10, render: (place, {taskId}) => void draw('lead-line', place, taskId)},
  {id: 'leadbaton.leads', pluginPoint: 'tasklist.navbar.action', priority: 400, render: place => void draw('leads-link', place)}
];
