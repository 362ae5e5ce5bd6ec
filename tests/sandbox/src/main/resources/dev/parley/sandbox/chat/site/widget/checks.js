// What is wrong with what stands in a field, said beside it in the visitor's language, and what to do about it.
const PRIVATE_MAIL = /@(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|t-online|qq|163|126|proton|protonmail|aol)\./i;
const CHECKS = {
  email: (value, required) => !value ? required && T.needEmail : !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) && T.wrongEmail,
  phone: value => (value.match(/\d/g) ?? []).length < 6 && T.wrongPhone,
  value: value => !value && T.needStars,
};

/** A field with its label; below it what is wrong with it. */
function field(label, input) {
  const said = el('span', { className: 'said', id: 'said-' + random(4) });
  input.setAttribute('aria-describedby', said.id);
  input.addEventListener('input', () => speakOf(input, ''));
  return el('div', { className: 'field' }, el('label', {}, label, input), said);
}

function speakOf(input, words) {
  const said = root.getElementById(input.getAttribute('aria-describedby'));
  said.textContent = words;
  words ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid');
}

/** What stands in a form, its digits and signs as every keyboard has them; null where something is wrong, which is then said. */
function valuesOf(where) {
  const wrong = [];
  const values = Object.fromEntries(new FormData(where));
  for (const input of where.elements) {
    if (!input.hasAttribute('aria-describedby')) continue;
    if (input.type === 'email' || input.type === 'tel') values[input.name] = plain(values[input.name]);
    const words = CHECKS[input.name]?.(values[input.name], input.required) || '';
    speakOf(input, words);
    if (words) wrong.push(input);
  }
  wrong[0]?.focus();
  return wrong.length ? null : values;
}

const plain = value => value.trim().normalize('NFKC').replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt(0) & 15);

/** Welcome all the same; nothing stands in the way. */
function privateMail(event) {
  if (PRIVATE_MAIL.test(event.target.value)) root.getElementById(event.target.getAttribute('aria-describedby')).textContent = T.privateMail;
}
