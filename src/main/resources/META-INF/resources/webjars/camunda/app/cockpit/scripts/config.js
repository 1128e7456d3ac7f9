// Takes the place of the file that Camunda ships. A script named here that cannot be loaded leaves the application blank.
export default {
  customScripts: ['scripts/leadbaton/cockpit.js', '../../../js/one-login.js'],
  disableWelcomeMessage: true
};
