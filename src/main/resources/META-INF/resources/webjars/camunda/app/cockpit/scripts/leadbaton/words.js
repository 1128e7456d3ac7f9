// Says durations and counts as people do.

const UNITS = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]];

/** 90 is "1 min", 7500 is "2 h 5 min": the two largest units, seconds only below a minute. */
export function duration(seconds) {
  let left = Math.max(0, Math.floor(seconds));
  const parts = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 && (unit !== 's' || parts.length === 0)) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ') || 'just now';
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function promises(count) {
  return count === 1 ? '1 promise is overdue' : `${count} promises are overdue`;
}

/** What to call a lead; by the beginning of its id where names are not shown. */
export function leadName(lead) {
  return lead.name ?? `lead ${lead.leadId.slice(0, 8)}`;
}
