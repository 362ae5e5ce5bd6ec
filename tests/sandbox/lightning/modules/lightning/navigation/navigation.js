const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function addressOf({ type, attributes }) {
  if (type === 'standard__webPage') return attributes.url;
  return `/lightning/r/${attributes.objectApiName}/${attributes.recordId}/view${kept()}`;
}

/** The next page is for the same user in the same language. */
function kept() {
  const asked = [...new URLSearchParams(location.search)].filter(([name]) => ['as', 'lang'].includes(name));
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
}

/** The platform's mixin: goes to a record's page, or opens another one beside. */
export function NavigationMixin(Base) {
  return class extends Base {
    [Navigate](page) {
      if (page.type === 'standard__webPage') window.open(addressOf(page), '_blank', 'noopener');
      else window.location.assign(addressOf(page));
    }

    [GenerateUrl](page) {
      return Promise.resolve(addressOf(page));
    }
  };
}

NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
