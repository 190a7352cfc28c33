/* Handing a text over without leaving the page: whatever goes wrong on the way, what was typed still stands there.
   The pages one came through stay in the memory of this tab, so the browser's arrows lead back to them as they were.
   Works without it: the form is then sent as every form is. */

const typed = ['title', 'situation', 'attempts', 'key_question', 'hope'];
const fixed = ['csrf_token', 'seal', 'once', 'case_id'];
const pages = new Map();
const sign = () => document.querySelector('[data-working]');
let here = history.state?.at ?? 0;
let last = here;
let busy = false;
history.replaceState({ at: here }, '');

const tooLong = (form) => typed.reduce((sum, name) => sum + (form.elements[name]?.value.length ?? 0), 0) > Number(sign().dataset.limit);

function tell(words, wrong = false) {
  if (!sign()) return;
  sign().textContent = words;
  sign().toggleAttribute('data-wrong', wrong);
}

function arrive() {
  tell('');
  const first = document.querySelector('main .error-summary, main [role="alert"], main h1');
  first.tabIndex = -1;
  window.scrollTo(0, 0);
  first.focus();
  document.dispatchEvent(new Event('caseboard:page'));
}

function show(main, title) {
  const old = document.querySelector('main');
  pages.set(here, { main: old, title: document.title });
  old.replaceWith(main);
  document.title = title;
  return old;
}

// Going back to the text takes along what was decided and ticked since.
function carry(from, to) {
  const [source, target] = [from, to].map((main) => main.querySelector('form[data-once]'));
  if (!source?.querySelector('[data-preview]') || !target?.querySelector('textarea[name="situation"]')) return;
  const given = new FormData(source);
  for (const name of new Set([...source.elements].map((one) => one.name))) {
    const shown = [...target.elements].filter((one) => one.name === name);
    if (!name || fixed.includes(name) || shown.some((one) => one.type !== 'hidden')) continue;
    for (const one of shown) one.remove();
    for (const value of given.getAll(name)) target.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
}

function goTo(page, url, done) {
  show(document.adoptNode(page.querySelector('main')), page.title);
  if (done) pages.clear();
  here = ++last;
  history.pushState({ at: here }, '', url);
  arrive();
}

// An answer that holds the text goes in place of this page; any other one is only said, and the page stays.
async function send(form, button) {
  const target = button?.hasAttribute('formaction') ? button.formAction : form.action;
  const answer = await fetch(target, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (answer.ok || answer.status === 401 || page.querySelector('main [data-working]')) goTo(page, answer.url, answer.redirected);
  else tell(`${page.querySelector('h1')?.textContent ?? ''} ${sign().dataset.stays}`, true);
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!sign() || !form.contains(sign())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (busy) return;
  if (tooLong(form)) {
    tell(sign().dataset.long, true);
    return;
  }
  busy = true;
  tell(sign().dataset.working);
  try {
    await send(form, event.submitter);
  } catch {
    tell(sign().dataset.failed, true);
  } finally {
    busy = false;
  }
}, true);

window.addEventListener('popstate', (event) => {
  if (!event.state || event.state.at === here) return;  // a jump inside the page
  const kept = pages.get(event.state.at);
  if (!kept) {
    window.location.reload();
    return;
  }
  carry(show(kept.main, kept.title), kept.main);
  here = event.state.at;
  arrive();
});
