/* The demo's people on the sign-in page: one click fills the form in. Without it, addresses can be copied. */

const list = document.querySelector('[data-password]');
const email = document.querySelector('#email');
const password = document.querySelector('#password');

for (const button of list?.querySelectorAll('[data-email]') ?? []) {
  button.hidden = false;
  button.addEventListener('click', () => {
    email.value = button.dataset.email;
    password.value = list.dataset.password;
    email.form.querySelector('[type="submit"]').focus();
  });
}
