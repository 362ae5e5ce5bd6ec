import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import ChatHistory from 'c/chatHistory';
import { viewer } from 'org/viewer';
import { showToast } from './toasts.js';

const place = document.getElementById('lightning');
document.documentElement.lang = viewer.lang.replace('_', '-');
document.documentElement.dir = viewer.dir;
document.addEventListener('lightning__showtoast', (event) => showToast(event.detail));

const history = createElement('c-chat-history', { is: ChatHistory });
Object.assign(history, {
  recordId: place.dataset.recordId,
  objectApiName: place.dataset.sobject,
  deskUrl: `${location.origin}/desk/?source={source}&conversation={id}`,
});
place.replaceChildren(history);
