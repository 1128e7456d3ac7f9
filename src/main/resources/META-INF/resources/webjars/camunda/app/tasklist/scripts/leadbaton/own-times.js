// What the service says in Tasklist's notices tells its times in UTC: they are retold in the reader's own zone.
import {inOwnZone} from '../../../../../js/zone.js';

export function draw() {
  new MutationObserver(retell).observe(document.body, {childList: true, subtree: true, characterData: true});
}

function retell() {
  for (const notices of document.querySelectorAll('.page-notifications, .notifications')) {
    const texts = document.createTreeWalker(notices, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const own = inOwnZone(texts.currentNode.data);
      if (own !== texts.currentNode.data) texts.currentNode.data = own;
    }
  }
}
