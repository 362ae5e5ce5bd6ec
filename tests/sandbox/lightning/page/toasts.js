const SHOWN_FOR = 5_000;

/** Shows a short message at the top of the page, as the platform's pages do. */
export function showToast({ title, message, variant = 'info' }) {
  const toast = document.createElement('div');
  toast.className = `slds-notify slds-notify_toast slds-theme_${variant}`;
  toast.setAttribute('role', variant === 'error' ? 'alert' : 'status');
  const heading = document.createElement('h2');
  heading.className = 'slds-text-heading_small';
  heading.textContent = title;
  const text = document.createElement('p');
  text.textContent = message ?? '';
  toast.append(heading, text);
  container().append(toast);
  setTimeout(() => toast.remove(), SHOWN_FOR);
}

function container() {
  const there = document.getElementById('toasts');
  if (there) return there;
  const made = document.createElement('div');
  made.id = 'toasts';
  made.className = 'slds-notify_container';
  document.body.append(made);
  return made;
}
