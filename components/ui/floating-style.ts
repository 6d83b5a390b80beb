/** Whatever floats above the page: menus, popovers, lists of choices. The one elevation. */
export const floatingStyle =
  "z-50 rounded-lg border border-line bg-raised text-ink shadow-raised outline-none data-[state=open]:animate-rise-in";
