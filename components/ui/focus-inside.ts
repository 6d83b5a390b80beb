/**
 * For the content of a dialog that a key press opens: focus goes into it, but on no button, because a key still held
 * down would press one.
 */
export const focusInside = {
  tabIndex: -1,
  onOpenAutoFocus: (event: Event) => {
    event.preventDefault();
    (event.target as HTMLElement).focus();
  },
};
