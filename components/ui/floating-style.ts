/** The style of everything that floats above the page: menus, popovers, lists of options. */
export const floatingStyle =
  "z-50 rounded-lg border border-line bg-raised text-ink shadow-raised outline-none data-[state=open]:animate-rise-in";
