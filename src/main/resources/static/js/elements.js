// Makes elements of a page. Text only ever enters it as text: what a stranger typed must not become markup.

export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.map(part => part ?? ''));
  return made;
}

export function link(text, address, name) {
  const made = element('a', '', text);
  made.href = address;
  if (name) made.setAttribute('aria-label', name);
  return made;
}

export function button(text, action, className = 'btn btn-link') {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}
