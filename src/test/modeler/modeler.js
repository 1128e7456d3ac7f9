// Opens, changes and saves models as Camunda Modeler does. The page gives its libraries and `platform`, its words for BPMN.
const CAMUNDA_MODELER = { name: 'Camunda Modeler', version: '5.50.0' };
const NOTHING = () => {};

async function open(Library, text, options) {
  const modeler = new Library({ container: 'body', ...options });
  const { warnings } = await modeler.importXML(text);
  if (warnings.length) {
    throw new Error(warnings.map(warning => warning.message).join('\n'));
  }
  return modeler;
}

async function saved(modeler) {
  modeler.on('saveXML.start', ({ definitions }) => {
    definitions.exporter = CAMUNDA_MODELER.name;
    definitions.exporterVersion = CAMUNDA_MODELER.version;
  });
  const { xml } = await modeler.saveXML({ format: true });
  modeler.destroy();
  return xml;
}

async function saveDiagram(text, edit = NOTHING) {
  const modeler = await open(BpmnModeler, text, { moddleExtensions: { modeler: platform } });
  await modeler.invoke(edit);
  return saved(modeler);
}

async function saveTable(text) {
  return saved(await open(DmnJS, text));
}

async function saveForm(text) {
  const editor = new FormEditor.FormEditor({ container: 'body', exporter: CAMUNDA_MODELER });
  await editor.importSchema(JSON.parse(text));
  const schema = editor.saveSchema();
  editor.destroy();
  return JSON.stringify(schema, null, 2);
}

/** The picture Modeler exports, on white for dark pages and with names for its arrows that stay the same. */
async function picture(text) {
  const modeler = await open(BpmnModeler, text, { disableGrid: true });
  const { svg } = await modeler.saveSVG();
  modeler.destroy();
  const arrows = new Map();
  return svg
    .replace('<svg ', '<svg style="background:#fff" ')
    .replace(/marker-[0-9a-z]+(?=["'])/g, name => arrows.get(name) || arrows.set(name, `arrow-${arrows.size}`).get(name));
}

async function rename(text, id, name) {
  return saveDiagram(text, (elementRegistry, modeling) =>
    modeling.updateProperties(elementRegistry.get(id), { name }));
}

/** Drops a decision on a flow and fills in the properties panel, where a list of rows is Modeler's proposal. */
async function drawDecision(text, flow, id, name, decision, result) {
  return saveDiagram(text, (elementRegistry, modeling, bpmnFactory) => {
    const line = elementRegistry.get(flow);
    const [ from, to ] = [ line.waypoints[0], line.waypoints[line.waypoints.length - 1] ];
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const [ task ] = modeling.createElements({ type: 'bpmn:BusinessRuleTask' }, middle, line);
    const input = bpmnFactory.create('camunda:InputParameter', { name: result, value: '${null}' });
    const mapping = bpmnFactory.create('camunda:InputOutput', { inputParameters: [ input ] });
    modeling.updateProperties(task, {
      id,
      name,
      'camunda:decisionRef': decision,
      'camunda:decisionRefBinding': 'deployment',
      'camunda:resultVariable': result,
      'camunda:mapDecisionResult': 'resultList',
      extensionElements: bpmnFactory.create('bpmn:ExtensionElements', { values: [ mapping ] })
    });
  });
}
