// Lets a manager give a lead to a rep: who is there, how much each has to do, and one press for the one it shall be.
import {ask, send} from '../../../../../js/ask.js';
import {button, element} from '../../../../../js/elements.js';
import {capital, leadName} from './words.js';

/** Opens the choice for a lead; `given` is told in a sentence what came of it, `left` that it is closed again. */
export function giveTo(lead, given, left) {
  const parts = {
    title: element('h3', '', `Give ${leadName(lead)} to`),
    now: element('p', '', nowWith(lead)),
    trouble: element('p', 'leadbaton-trouble'),
    why: why(lead),
    reps: element('div', 'leadbaton-reps', 'Loading …')
  };
  parts.trouble.setAttribute('role', 'alert');
  parts.trouble.hidden = true;
  const dialog = element('dialog', 'leadbaton-give', ...Object.values(parts));
  const close = () => dialog.close();
  dialog.append(button('Cancel', close, 'btn btn-default'));
  dialog.setAttribute('aria-label', parts.title.textContent);
  // Who gave the lead away hears what came of it, also after Escape.
  dialog.addEventListener('cancel', event => dialog.inert && event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    left();
  });
  document.body.append(dialog);
  dialog.showModal();
  const give = async (choice, rep) => {
    dialog.inert = true;
    try {
      const reason = parts.why.querySelector('input').value.trim() || defaultReason(lead);
      await send(ownerOf(lead), {rep: rep.userId, reason, from: choice.owner ?? ''});
      given(`${leadName(lead)} was given to ${rep.name}.`);
      close();
    } catch (error) {
      dialog.inert = false;
      await offer(sentence(error));
    }
  };
  const offer = async refused => {
    say(parts.trouble, refused);
    try {
      const choice = await ask(ownerOf(lead));
      if (refused) parts.now.textContent = nowWith({...lead, owner: choice.owner});
      parts.reps.replaceChildren(...choiceOf(choice, give));
    } catch (error) {
      say(parts.trouble, refused ?? sentence(error));
      parts.reps.replaceChildren(button('Try again', () => offer()));
    }
    parts.reps.querySelector('button:enabled')?.focus();
  };
  offer();
}

function ownerOf(lead) {
  return `/leads/${encodeURIComponent(lead.leadId)}/owner`;
}

function nowWith(lead) {
  return lead.owner ? `${lead.owner} has it now.` : 'Nobody has it now.';
}

function why(lead) {
  const text = element('input', 'form-control');
  text.maxLength = 2000;
  text.value = defaultReason(lead);
  return element('label', 'leadbaton-why', 'Why', text);
}

function defaultReason(lead) {
  return `Overdue: ${lead.clauseInWords}`;
}

function choiceOf(choice, give) {
  if (!choice.mayBeGiven || choice.reps.length === 0) return [element('p', '', 'Nobody can be given this lead now.')];
  return choice.reps.map(rep => repButton(rep, () => give(choice, rep)));
}

function repButton(rep, action) {
  const made = button('', action, 'btn btn-default leadbaton-rep');
  made.append(element('strong', '', rep.name), element('span', '', [rep.team, ...(rep.senior ? ['senior'] : []), load(rep), ...absence(rep)].join(', ')));
  made.disabled = rep.hindrance !== null;
  return made;
}

function load({openLeads, cap}) {
  return `${openLeads}${cap === null ? '' : ` of ${cap}`} open ${openLeads === 1 && cap === null ? 'lead' : 'leads'}`;
}

function absence({hindrance, until}) {
  if (!hindrance) return [];
  const what = hindrance === 'away' ? 'away' : 'did not answer a lead just now';
  return [until ? `${what}, until ${new Date(until).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'})}` : what];
}

function say(place, text) {
  place.hidden = !text;
  place.textContent = text ?? '';
}

function sentence(error) {
  if (error.status === 401) return 'You are logged out. Log in again, then come back here.';
  return capital(error.sentence ?? 'No answer came. Look whether the lead has changed hands before you try again.');
}
