import { viewer } from 'org/viewer';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function addressOf({ type, attributes }) {
  if (type === 'standard__webPage') return attributes.url;
  const as = viewer.as ? `?as=${encodeURIComponent(viewer.as)}` : '';
  return `/lightning/r/${attributes.objectApiName}/${attributes.recordId}/view${as}`;
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
