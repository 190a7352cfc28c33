/* The live board: asks every few seconds whether anything has changed and puts in only what has, piece by piece.
   What somebody is typing is never touched. Without it everything works by loading the page again. */

import { leave, signedIn, signedOut, touched, typing } from './unsent.js';

const frame = document.querySelector('[data-live]');
const news = document.getElementById('live-news');
const board = () => document.getElementById('live');
const PASSING = /name="(csrf_token|once)" value="[^"]*"|data-(left|version)="\d*"|>\d+:\d\d</g;
const served = new Map();
const plain = (part) => part.outerHTML.replace(PASSING, '');
const child = (list, id) => [...list.children].find((one) => one.id === id);
const learn = (root) => { for (const part of [root, ...root.querySelectorAll('[data-part]')]) served.set(part.id, plain(part)); };

const holds = (part) => (part.contains(document.activeElement) && typing(document.activeElement)) || [...part.querySelectorAll('textarea, select, input')].some(touched);
let [missed, dragged, fails, timer, asking, again, ends] = [false, null, 0, 0, false, false, 0];

// A list keeps its children by their ids; anything else is replaced as a whole, unless somebody is typing in it.
function merge(old, fresh) {
  if (served.get(fresh.id) === plain(fresh)) return;
  if (!('list' in fresh.dataset)) {
    if (holds(old)) { missed = true; return; }
    for (const one of old.querySelectorAll('details[open][id]')) fresh.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute('open', '');
    old.replaceWith(fresh);
    learn(fresh);
    return;
  }
  served.set(fresh.id, plain(fresh));
  const wanted = new Set([...fresh.children].map((one) => one.id));
  for (const one of [...old.children]) if (!wanted.has(one.id)) { if (holds(one)) missed = true; else one.remove(); }
  for (const one of [...fresh.children]) {
    const same = child(old, one.id);
    if (same) merge(same, one);
    else { old.append(one); learn(one); }
  }
  order(old, wanted);
}

// What has moved on the page moves here; the piece in which somebody is stays, and the others pass it by.
function order(list, ids) {
  const known = (one) => { while (one && !ids.has(one.id)) one = one.nextElementSibling; return one; };
  let next = known(list.firstElementChild);
  for (const one of [...ids].map((id) => child(list, id))) {
    if (one === next || one.contains(document.activeElement)) next = known(one.nextElementSibling);
    else list.insertBefore(one, next);
  }
}

// An edge of a button that looks over the rim of the window shows nobody where they are.
const inSight = (one) => {
  const box = one?.getBoundingClientRect();
  return box && box.top >= 0 && box.top + Math.min(box.height, 40) <= window.innerHeight;
};

function show(text) {
  const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('live');
  // what stands around the board is another as soon as the session runs
  if (!board().dataset.news && fresh.dataset.news && !holds(document.querySelector('main'))) { window.location.reload(); return; }
  const [focus, seen] = [document.activeElement?.id, inSight(document.activeElement)];
  if (fresh.dataset.news !== board().dataset.news) news.textContent = fresh.dataset.news;
  missed = false;
  merge(board(), fresh);
  Object.assign(board().dataset, { version: fresh.dataset.version, every: fresh.dataset.every, news: fresh.dataset.news });
  if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
  // what comes above must not push out of sight where somebody is
  const held = document.activeElement;
  if (seen && held !== document.body && !inSight(held)) held.scrollIntoView({ block: 'nearest' });
  wind(fresh);
  arrive();
}

// Whoever has the running board before them is there, and need not say so.
let said = false;
async function arrive() {
  const form = document.getElementById('form-arrive');
  if (!form || said) return;
  said = true;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
    if (answer.type === 'opaqueredirect' && board()) { board().dataset.version = ''; ask(); }
  } catch { said = false; }
}

// The clock runs to the end that the server gave; a machine with the wrong time shows the right rest.
function wind(root) {
  const left = root.querySelector('.timer')?.dataset.left;
  ends = left === undefined ? 0 : performance.now() + Number(left) * 1000;
  tick();
}
function tick() {
  const face = board()?.querySelector('.timer');
  if (!face || !ends) return;
  const left = Math.max(0, Math.round((ends - performance.now()) / 1000));
  face.textContent = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
  const over = board().querySelector('[data-over]');
  if (over && over.hidden !== left > 0) { over.hidden = left > 0; if (!left) news.textContent = over.querySelector('strong').textContent; }
}

async function ask() {
  if (!board()) return;
  if (asking || dragged) { again = true; return; }
  asking = true;
  clearTimeout(timer);
  try {
    const answer = await fetch(`${frame.dataset.live}?version=${board().dataset.version}`, { redirect: 'manual', cache: 'no-store' });
    if (answer.status === 410) { leave('over', await answer.text() || frame.dataset.over); return; }
    if ([403, 404].includes(answer.status)) { leave('gone'); return; }
    if (answer.type === 'opaqueredirect') signedOut();
    else signedIn();
    if (answer.status === 200) show(await answer.text());
    else if (answer.type !== 'opaqueredirect' && answer.status !== 204) throw new Error(answer.status);
    if (fails > 1) news.textContent = frame.dataset.back;
    fails = 0;
  } catch { fails += 1; if (fails === 2) news.textContent = frame.dataset.lost; } finally { asking = false; }
  if (!board()) return;
  const soon = again ? 0 : (document.hidden ? 15000 : Number(board().dataset.every)) * Math.min(8, 2 ** fails);
  again = false;
  timer = setTimeout(ask, soon);
}

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

// Sending stays on the page: a redirect means done, any other answer of ours is shown in its place. What comes from
// something in between, such as a proxy without a server behind it, is none: then what was typed stays, and the page goes on.
async function send(form, button) {
  const sent = [...form.elements].filter(typing).map((one) => [one, one.value]);
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)), redirect: 'manual' });
  if (answer.type !== 'opaqueredirect') {
    const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main#main');
    if (!main) throw new Error(answer.status);
    clearTimeout(timer);
    document.querySelector('main').replaceWith(document.adoptNode(main));
    document.querySelector('main').focus();
    return false;
  }
  if (form.elements.once) form.elements.once.value = key();
  if ('says' in form.dataset) {
    // the next thought may have been begun meanwhile
    for (const [one, value] of sent) if (one.value === value) one.value = one.defaultValue;
    news.textContent = frame.dataset.saved;
  }
  return true;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!frame.contains(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.sent) { form.dataset.more = 'yes'; return; }
  form.dataset.sent = 'yes';
  let done = false;
  try { done = await send(form, event.submitter); if (done) { board().dataset.version = ''; ask(); } }
  catch { news.textContent = frame.dataset.lost; ask(); }
  // who sent the next thought before the answer was there meant it; the same one sent twice is there already
  const next = done && form.dataset.more && 'says' in form.dataset && [...form.elements].some(touched);
  delete form.dataset.sent;
  delete form.dataset.more;
  if (next) form.requestSubmit();
}, true);

const zone = (event) => event.target.closest?.('[data-into]');
frame.addEventListener('dragstart', (event) => { dragged = event.target.closest('[data-move]'); event.dataTransfer?.setData('text/plain', ''); });
frame.addEventListener('dragover', (event) => { if (dragged && zone(event)) { event.preventDefault(); zone(event).classList.add('live-group--target'); } });
frame.addEventListener('dragleave', (event) => zone(event)?.classList.remove('live-group--target'));
frame.addEventListener('dragend', () => { dragged = null; });
frame.addEventListener('drop', (event) => {
  const [into, card, form] = [zone(event), dragged, document.getElementById('move-card')];
  if (!into || !card) return;
  event.preventDefault();
  into.classList.remove('live-group--target');
  form.action = card.dataset.move;
  form.elements.into.value = into.dataset.into;
  dragged = null;
  form.requestSubmit();
});

// What had to wait for somebody who was typing comes as soon as they look elsewhere.
frame.addEventListener('focusout', () => setTimeout(() => { if (missed && board()) { board().dataset.version = ''; ask(); } }, 100));
document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
learn(board());
wind(board());
arrive();
setInterval(tick, 500);
timer = setTimeout(ask, Number(board().dataset.every));
