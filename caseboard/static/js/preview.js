/* Writing a case with a little more comfort: says that a text is being checked, walks through the finds by keyboard,
   and renews the preview after each decision. Pages work without it: every decision is a tick in the form. */

const later = (wait, work) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(work, wait); };
};

// The first text of the day wakes the engine, which takes a few seconds: say so. What is too long is not sent at all,
// and this listens before all others, so that the form can be sent once it is shorter.
const sign = document.querySelector('[data-working]');
const typed = ['title', 'situation', 'attempts', 'key_question', 'hope'];
const tooLong = (form) => typed.reduce((sum, name) => sum + (form.elements[name]?.value.length ?? 0), 0) > Number(sign.dataset.limit);
document.addEventListener('submit', (event) => {
  if (!event.target.contains(sign)) return;
  const stays = tooLong(event.target);
  sign.textContent = stays ? sign.dataset.long : sign.dataset.working;
  if (!stays) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
window.addEventListener('pageshow', () => { sign.textContent = ''; });

const region = () => document.querySelector('[data-preview]');
const finds = () => [...region().querySelectorAll('.text .finding')];
const tickFor = (find) => [...region().querySelectorAll('input[name="keep"], input[name="restore"]')]
  .find((tick) => tick.value === find.dataset.key);
const say = (words) => { document.querySelector('[data-count]').textContent = words; };

// One stop for the tab key; from there the arrow keys walk.
function dress() {
  region().querySelector('[data-toolbar]').hidden = false;
  finds().forEach((find, index) => {
    find.tabIndex = index === 0 ? 0 : -1;
    const tick = tickFor(find);
    if (!tick) return;
    find.setAttribute('role', 'button');
    find.setAttribute('aria-pressed', String(tick.checked));
  });
}

// The first step goes to the find at hand, every further one to its neighbour.
function walk(step) {
  const all = finds();
  if (!all.length) return;
  const here = all.findIndex((find) => find.tabIndex === 0);
  const next = all[here].dataset.seen ? here + step : here;
  const target = all[(next + all.length) % all.length];
  target.focus();
}

function toggle(find) {
  const tick = tickFor(find);
  if (!tick) return;
  tick.checked = !tick.checked;
  for (const same of finds()) if (same.dataset.key === find.dataset.key) same.setAttribute('aria-pressed', String(tick.checked));
  renew();
}

// What has the focus is found again in the renewed page by its place or its id.
function keepFocus(work) {
  const held = document.activeElement;
  const index = region().contains(held) ? finds().indexOf(held) : -1;
  const id = region().contains(held) ? held.id : '';
  work();
  const again = index >= 0 ? finds()[Math.min(index, finds().length - 1)] : id && document.getElementById(id);
  if (again) again.focus();
}

let asked = 0;
async function fetchPreview() {
  const form = region().closest('form');
  const number = ++asked;
  const answer = await fetch(region().dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (number !== asked || form.dataset.sent) return;
  if (!answer.ok || !page.querySelector('[data-preview]')) {
    say(region().querySelector('[data-toolbar]').dataset.stale);
    return;
  }
  keepFocus(() => {
    for (const part of ['[data-preview]', '[data-send]']) {
      document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    }
    dress();
  });
  form.elements.seal.value = page.querySelector('input[name="seal"]').value;
  say(page.querySelector('[data-count]').textContent);
}
const renew = later(500, () => fetchPreview().catch(() => say(region().querySelector('[data-toolbar]').dataset.stale)));

function hideSelection() {
  const chosen = window.getSelection();
  const words = chosen.toString().trim();
  const inside = chosen.rangeCount && chosen.anchorNode.parentElement.closest('.preview');
  if (!words || !inside || chosen.getRangeAt(0).cloneContents().querySelector('.finding')) {
    say(region().querySelector('[data-toolbar]').dataset.mixed);
    return;
  }
  const box = region().closest('form').elements.mask;
  box.value = [...box.value.split('\n').filter(Boolean), words].join('\n');
  renew();
}

if (region()) {
  dress();
  region().addEventListener('click', (event) => {
    const find = event.target.closest('.text .finding');
    if (find) toggle(find);
    const step = event.target.closest('[data-step]');
    if (step) walk(Number(step.dataset.step));
    if (event.target.closest('[data-hide]')) hideSelection();
  });
  region().addEventListener('focusin', (event) => {
    const find = event.target.closest('.text .finding');
    if (!find) return;
    find.dataset.seen = 'yes';
    for (const other of finds()) other.tabIndex = other === find ? 0 : -1;
  });
  region().addEventListener('keydown', (event) => {
    const find = event.target.closest('.text .finding');
    if (!find) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) walk(step);
    else if (event.key === 'Enter' || event.key === ' ') toggle(find);
    else return;
    event.preventDefault();
  });
  region().addEventListener('change', (event) => { if (event.target.matches('[type="checkbox"]')) renew(); });
  region().closest('form').elements.mask.addEventListener('change', renew);
}
