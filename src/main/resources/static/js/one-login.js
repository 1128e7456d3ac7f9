// Camunda's applications have a login form of their own, which is shut: who is logged out goes to the one login page.

const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

function leaveShutForm() {
  if (/^#!?\/login/.test(window.location.hash)) window.location.assign(root + '/login');
}

// The applications change the address without an event, but never without drawing.
new MutationObserver(leaveShutForm).observe(document.body, {childList: true, subtree: true});
leaveShutForm();
