/* The frame around a page: colours change without losing what was typed, and leaving half-written text is asked for first.
   Pages work without it: the buttons then load the page again. */

const root = document.documentElement;
const colours = document.querySelector('.switch');

colours?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { value } = event.submitter;
  if (value === 'system') delete root.dataset.kernTheme;
  else root.dataset.kernTheme = value;
  for (const choice of colours.querySelectorAll('[name="theme"]')) choice.setAttribute('aria-pressed', String(choice.value === value));
  const body = new URLSearchParams(new FormData(colours, event.submitter));
  fetch(colours.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
});

const differs = (control) => {
  if (control.type === 'checkbox' || control.type === 'radio') return control.checked !== control.defaultChecked;
  if (control.options) return !(control.selectedOptions[0]?.defaultSelected ?? true) && control.selectedIndex !== 0;
  return control.type !== 'hidden' && 'defaultValue' in control && control.value !== control.defaultValue;
};

// A page that came back with a form holds text that is nowhere else, even if nobody touched it since.
const holdsText = (form) => form.querySelector('[data-kept]')
  || (form.querySelector('textarea') && ('unsaved' in form.dataset || [...form.elements].some(differs)));

const frame = document.querySelector('.masthead');
const holds = () => [...document.querySelectorAll('main form[data-once]')].some(holdsText);
let leaving = false;
const mayLeave = () => { leaving = !holds() || window.confirm(frame.dataset.leave); return leaving; };

frame.addEventListener('submit', (event) => { if (!mayLeave()) event.preventDefault(); });
for (const part of [frame, document.querySelector('.footer')]) {
  part.addEventListener('click', (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target.closest('a[href]') && !elsewhere && !mayLeave()) event.preventDefault();
  });
}

// Every other way out, such as the browser's arrow or a closed tab: the browser asks in its own words.
document.addEventListener('submit', (event) => { if (!event.defaultPrevented) leaving = true; });
window.addEventListener('pageshow', () => { leaving = false; });
window.addEventListener('beforeunload', (event) => { if (!leaving && holds()) event.preventDefault(); });
