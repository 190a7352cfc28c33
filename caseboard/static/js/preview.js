/* The preview of a case: walks through the finds by keyboard, says why each was found, decides with one click or key for
   all places of a word, takes steps back, and renews the preview after each of them.
   Pages work without it: every decision is a tick in the form. */

const later = (wait, work) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(work, wait); };
};

const FIND = '.text .finding';
const region = () => document.querySelector('[data-preview]');
const form = () => region().closest('form');
const bar = () => region().querySelector('[data-toolbar]');
const finds = () => [...region().querySelectorAll(FIND)];
const ticks = () => [...region().querySelectorAll('input[type="checkbox"][name]')];
const tickFor = (find) => ticks().find((tick) => tick.value === find.dataset.key && ['keep', 'restore'].includes(tick.name));
const say = (words) => { document.querySelector('[data-count]').textContent = words; };

// What is decided at this moment, and what was before each of the last steps.
let past = [];
let present = [];
const decisions = () => {
  const names = new Set(['mask', ...[...region().querySelectorAll('[name]')].map((one) => one.name)]);
  return [...new FormData(form())].filter(([name]) => names.has(name)).map((pair) => JSON.stringify(pair));
};

function press() {
  for (const find of finds()) {
    const tick = tickFor(find);
    if (tick) find.setAttribute('aria-pressed', String(tick.checked));
  }
  const back = bar().querySelector('[data-undo]');
  if (!past.length && back === document.activeElement) back.previousElementSibling.focus();
  back.disabled = !past.length;
}

// One stop for the tab key; from there the arrow keys walk.
function dress() {
  bar().hidden = false;
  finds().forEach((find, index) => {
    find.tabIndex = index === 0 ? 0 : -1;
    if (tickFor(find)) find.setAttribute('role', 'button');
  });
  present = decisions();
  press();
}

function explain(find) {
  const { keep, restore, fixed, closed } = bar().dataset;
  const tick = tickFor(find);
  const may = { keep, restore }[tick?.name] ?? (find.matches('.finding--certain') ? fixed : find.matches('.finding--quasi') ? closed : '');
  bar().querySelector('[data-explain]').textContent = `${find.dataset.why} ${may}`;
}

// The first step goes to the find at hand, every further one to its neighbour.
function walk(step) {
  const all = finds();
  if (!all.length) return;
  const here = all.findIndex((find) => find.tabIndex === 0);
  const next = all[here].dataset.seen ? here + step : here;
  all[(next + all.length) % all.length].focus();
}

function decided() {
  past.push(present);
  present = decisions();
  press();
  renew();
}

function toggle(find) {
  const tick = tickFor(find);
  if (!tick) return;
  tick.checked = !tick.checked;
  decided();
}

const remember = (name, value) => region().append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));

// A step that makes the text more general is a decision like the others, so it can be taken back.
function take(button) {
  for (const step of button.value.split('|')) remember('coarser', step);
  decided();
}

function undo() {
  if (!past.length) return;
  present = past.pop();
  const pairs = present.map((pair) => JSON.parse(pair));
  for (const one of region().querySelectorAll('input[type="hidden"]')) one.remove();
  form().elements.mask.value = pairs.find(([name]) => name === 'mask')?.[1] ?? '';
  for (const tick of ticks()) tick.checked = present.includes(JSON.stringify([tick.name, tick.value]));
  const there = decisions();
  for (const [name, value] of pairs.filter((pair) => !there.includes(JSON.stringify(pair)))) remember(name, value);
  press();
  renew();
}

// A step that was taken is a tick now, and a tick that was taken back is a step again.
const namesake = (value) => value
  && [...region().querySelectorAll('input[type="checkbox"][name="coarser"], .offers button')]
    .find((one) => one.value.split('|').includes(value.split('|')[0]));

// What has the focus is found again in the renewed page: by its place, its id, as what became of it, or where it stood.
function keepFocus(work) {
  const held = document.activeElement;
  const inside = region().contains(held);
  const index = inside ? finds().indexOf(held) : -1;
  const home = held.closest('aside') ? '[data-risk]' : '[data-toolbar] button';
  work();
  if (!inside) return;
  const again = index >= 0 ? finds()[Math.min(index, finds().length - 1)] : held.id && document.getElementById(held.id);
  (again || namesake(held.value) || region().querySelector(home)).focus();
}

let asked = 0;
async function fetchPreview() {
  const [sent, number] = [form(), ++asked];
  const answer = await fetch(region().dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(sent)) });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (number !== asked || sent.dataset.sent || !sent.isConnected) return;
  if (!answer.ok || !page.querySelector('[data-preview]')) {
    say(bar().dataset.stale);
    return;
  }
  keepFocus(() => {
    for (const part of ['[data-preview]', '[data-send]']) {
      document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    }
    dress();
  });
  sent.elements.seal.value = page.querySelector('input[name="seal"]').value;
  say(page.querySelector('[data-count]').textContent);
}
const renew = later(400, () => region() && fetchPreview().catch(() => say(bar().dataset.stale)));

const selected = () => {
  const chosen = window.getSelection();
  return chosen.rangeCount && chosen.anchorNode.parentElement?.closest('.text .preview') ? chosen.toString().trim() : '';
};

function hideSelection() {
  const words = selected();
  if (!words || window.getSelection().getRangeAt(0).cloneContents().querySelector('.finding')) {
    say(bar().dataset.mixed);
    return;
  }
  const box = form().elements.mask;
  box.value = [...box.value.split('\n').filter(Boolean), words].join('\n');
  decided();
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches(FIND)) return;
  if (STEPS[event.key]) walk(STEPS[event.key]);
  else if (event.key === 'Home') finds()[0].focus();
  else if (event.key === 'End') finds().at(-1).focus();
  else if (event.key === 'Enter' || event.key === ' ') toggle(event.target);
  else return;
  event.preventDefault();
}

const isWriting = (target) => target.matches('textarea, input:not([type="checkbox"])');
// These two work wherever the focus is, also where a click or a renewed page left it nowhere.
document.addEventListener('keydown', (event) => {
  if (!region() || isWriting(event.target)) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z' && past.length) undo();
  else if (event.key === 'Delete' && selected()) hideSelection();
  else return;
  event.preventDefault();
});

const within = (work) => (event) => { if (region() && form().contains(event.target)) work(event); };
document.addEventListener('keydown', within(key));
document.addEventListener('click', within((event) => {
  const find = event.target.closest(FIND);
  const button = event.target.closest('[data-toolbar] button');
  const step = event.target.closest('[data-preview] .offers button[value]');
  if (find) toggle(find);
  if (step) {
    event.preventDefault();
    take(step);
  }
  if (button?.dataset.step) walk(Number(button.dataset.step));
  if (button && 'undo' in button.dataset) undo();
  if (button && 'hide' in button.dataset) hideSelection();
}));
document.addEventListener('focusin', within((event) => {
  const find = event.target.closest(FIND);
  if (!find) return;
  find.dataset.seen = 'yes';
  for (const other of finds()) other.tabIndex = other === find ? 0 : -1;
  explain(find);
}));
document.addEventListener('change', within((event) => {
  if (event.target.name === 'mask' || ticks().includes(event.target)) decided();
}));

function begin() {
  past = [];
  if (!region()) return;
  document.querySelector('[data-keys]').hidden = false;
  dress();
}
document.addEventListener('caseboard:page', begin);
begin();
