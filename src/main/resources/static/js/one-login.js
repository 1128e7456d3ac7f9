// Camunda's applications have a login form of their own, which is shut: who is logged out goes to the one login page.

const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

// The applications change the address without an event, but never without drawing.
const drawing = new MutationObserver(leaveShutForm);

function leaveShutForm() {
  if (/^#!?\/login/.test(window.location.hash)) {
    // Only once: to leave again while leaving would begin anew each time.
    drawing.disconnect();
    window.location.assign(root + '/login');
  }
}

drawing.observe(document.body, {childList: true, subtree: true});
leaveShutForm();
