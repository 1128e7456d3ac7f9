// Takes the place of the file that Tasklist ships. A script named here that cannot be loaded leaves Tasklist blank.
export default {
  app: {name: 'Tasklist', vendor: 'Leadbaton'},
  customScripts: ['scripts/leadbaton/lead.js', '../../../js/one-login.js'],
  disableWelcomeMessage: true,

  // As shipped: config.js must name them or they are gone.
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'},
    startProcess: {key: 'ctrl+alt+p', description: 'opens the start process modal dialog'}
  }
};
