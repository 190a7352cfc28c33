/* What somebody is typing on an open board, and how it is kept: no page goes away over it, and typing keeps the sign-in.
   What the page asks by itself prolongs no sign-in; a key, a click or a tap does, at most every few minutes. */

const frame = document.querySelector('[data-live]');
const bar = document.getElementById('live-bar');
const alive = document.getElementById('still-here');
const idle = Number(frame.dataset.idle) * 1000;
const [often, early] = [Math.min(120_000, idle / 4), Math.min(180_000, idle / 4)];
let told = performance.now();

export const typing = (control) => control.matches?.('textarea, select, input:not([type="hidden"])');
export const touched = (control) => typing(control) && control.value !== (control.options ? [...control.options].find((one) => one.defaultSelected)?.value ?? control.options[0]?.value : control.defaultValue);

const unsent = () => [...document.querySelectorAll('main :is(textarea, input)')].filter((one) => touched(one) && one.value.trim());

export function say(why) {
  for (const one of bar.querySelectorAll('[data-why]')) one.hidden = one.dataset.why !== why;
  bar.hidden = !why;
}

// The board goes away; where something was typed it stays, under a sentence and a link, and everything else is gone.
export function leave(why, url) {
  const texts = unsent().map((one) => one.value);
  if (!texts.length) {
    if (url) window.location.assign(url); else window.location.reload();
    return;
  }
  say(why);
  bar.append(bar.querySelector('template').content.cloneNode(true));
  bar.querySelector('textarea').value = texts.join('\n\n');
  if (url) bar.querySelector(`[data-why="${why}"] a`).href = url;
  document.querySelector('main').replaceChildren(bar);
  bar.focus();
}

// A sign-in that is over can be renewed in another window; until then the page stays as it is.
export function signedOut() {
  if (unsent().length) say('out');
  else window.location.reload();
}

export function signedIn() {
  if (bar.querySelector('[data-why="out"]:not([hidden])')) say('');
}

async function stay() {
  if (performance.now() - told < often) return;
  told = performance.now();
  const answer = await fetch(alive.action, { method: 'POST', body: new URLSearchParams(new FormData(alive)), redirect: 'manual' }).catch(() => null);
  if (answer?.ok) say('');
  else if (answer?.status === 401) signedOut();
}

for (const input of ['keydown', 'pointerdown', 'input']) document.addEventListener(input, stay);
alive.addEventListener('submit', (event) => { event.preventDefault(); });
setInterval(() => { if (bar.isConnected && bar.hidden && performance.now() - told > idle - early) say('soon'); }, 5_000);
