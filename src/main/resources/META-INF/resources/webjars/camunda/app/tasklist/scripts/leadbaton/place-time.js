// What time it is where the lead is; calls are made between 8 and 21 there.
import {element} from '../../../../../js/elements.js';
import {serverNow} from './server-time.js';

export function placeTime({timeZone, known}) {
  const item = element('li', 'leadbaton-place');
  const tell = () => item.replaceChildren(...words(timeZone, known));
  tell();
  const timer = setInterval(() => (item.isConnected ? tell() : clearInterval(timer)), 10_000);
  return item;
}

function words(timeZone, known) {
  const now = new Date(serverNow());
  const time = now.toLocaleTimeString([], {timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit'});
  const hour = Number(now.toLocaleTimeString('en-GB', {timeZone, hour: '2-digit', hour12: false}).slice(0, 2));
  const quiet = hour < 8 || hour >= 21;
  return [
    element('span', 'leadbaton-label', known ? 'Local time ' : 'Time zone unknown; team\u2019s time '),
    element('span', '', `${time} (${timeZone.replace(/_/g, ' ')})`),
    ...(quiet ? [' ', element('strong', 'leadbaton-warning', 'no calls now')] : [])
  ];
}
