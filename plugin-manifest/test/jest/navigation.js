const Navigate = Symbol('Navigate');

/** Where components went, the last first in a test's eyes: `went.mock.calls`. */
export const went = jest.fn();

/** The platform's mixin, which notes where a component goes. */
export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](page) {
      went(page);
    }
  };
NavigationMixin.Navigate = Navigate;
