/**
 * A browser lets a page intercept Back only towards an entry of the same document. Where the previous one is another
 * document (a link from elsewhere), the first dialog that opens adds an entry for the page itself, so that Back can
 * close the dialog. Once nothing is open any more, Back skips that entry at once: no one has to press it twice. Returns
 * the function that stops.
 */
export function keepEntryForDialogs(navigation: Navigation): () => void {
  let own: string | null = null;
  const observer = new MutationObserver((changes) => {
    const isOpening = changes.some(({ addedNodes }) =>
      [...addedNodes].some(
        (node) => node instanceof Element && (node.matches(DIALOG) || node.querySelector(DIALOG) !== null),
      ),
    );
    if (!isOpening || own === navigation.currentEntry?.key) return;
    const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1];
    if (before?.sameDocument) return;
    window.history.pushState(null, "");
    own = navigation.currentEntry?.key ?? null;
  });
  const onChange = ({ from, navigationType }: NavigationCurrentEntryChangeEvent) => {
    const isBack = navigationType === "traverse" && from.index - 1 === navigation.currentEntry?.index;
    if (own === null || from.key !== own || !isBack) return;
    own = null;
    window.history.back();
  };
  // Dialogs are appended to the body.
  observer.observe(document.body, { childList: true });
  navigation.addEventListener("currententrychange", onChange);
  return () => {
    observer.disconnect();
    navigation.removeEventListener("currententrychange", onChange);
  };
}

/** What is open above the page. */
export const DIALOG = ":is([role=dialog],[role=alertdialog])[data-state=open]";
