/**
 * Runs in the page before anything else, as text: it must not use anything outside it. It ensures that:
 * - A tap belongs to the control on which it began. When content above grows while the finger is down (a page that
 * refreshes, times that get the reader's zone), the browser gives the click to what has moved under it.
 * - A tap on a button that is visible but not hydrated yet happens once it is.
 * Links don't need this, and neither do forms that the server accepts as they are: the browser itself follows them.
 */
// eslint-disable-next-line max-lines-per-function -- sent to the page as text, so it can't call anything outside it
export function keepTaps(): void {
  /** An action after such a delay would come as a surprise. */
  const TIMEOUT_MS = 10_000;
  const SLOP_PX = 10;
  const CONTROLS = "a[href],button,[role=button],label,summary";
  type Press = { control: Element; left: number; top: number; x: number; y: number };
  let press: Press | null = null;
  let waiting: { button: HTMLElement; pointerType: string; until: number } | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let pointerType = "mouse";

  // React marks each hydrated element; there is no public way to ask.
  const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  const serverTakes = (button: Element) =>
    (button as HTMLButtonElement).type === "submit" &&
    (button as HTMLButtonElement).form?.hasAttribute("action") === true;
  const isPlain = (event: MouseEvent) =>
    event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const closest = (target: EventTarget | null, selector: string) =>
    target instanceof Element ? target.closest<HTMLElement>(selector) : null;

  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const tryAgain = () => {
    if (waiting === null) return clearInterval(timer);
    const { button, pointerType: type, until } = waiting;
    const isOver = !button.isConnected || performance.now() > until;
    if (!isOver && !isAlive(button)) return;
    waiting = null;
    clearInterval(timer);
    if (isOver) return;
    // Menus open on pointer down.
    const down = { bubbles: true, cancelable: true, button: 0, pointerType: type };
    if (button.hasAttribute("aria-haspopup") && typeof PointerEvent === "function")
      button.dispatchEvent(new PointerEvent("pointerdown", down));
    button.click();
  };

  const movedAway = (event: MouseEvent): HTMLElement | null => {
    const begun = press;
    press = null;
    if (begun === null || !begun.control.isConnected || begun.control.contains(event.target as Node | null))
      return null;
    const { left, top } = begun.control.getBoundingClientRect();
    const hasMoved = Math.abs(left - begun.left) + Math.abs(top - begun.top) >= 1;
    const stayed = Math.abs(event.clientX - begun.x) < SLOP_PX && Math.abs(event.clientY - begun.y) < SLOP_PX;
    return hasMoved && stayed ? (begun.control as HTMLElement) : null;
  };

  addEventListener(
    "pointerdown",
    (event) => {
      pointerType = event.pointerType;
      waiting = null;
      const control = closest(event.target, CONTROLS);
      const box = control?.getBoundingClientRect();
      press = control && box ? { control, left: box.left, top: box.top, x: event.clientX, y: event.clientY } : null;
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      if (!event.isTrusted || !isPlain(event)) return;
      const meant = movedAway(event);
      const button = meant ? (meant.matches("button") ? meant : null) : closest(event.target, "button");
      if (button && !isAlive(button) && !serverTakes(button)) {
        stop(event);
        waiting = { button, pointerType, until: performance.now() + TIMEOUT_MS };
        clearInterval(timer);
        timer = setInterval(tryAgain, 16);
      } else if (meant) {
        stop(event);
        meant.click();
      }
    },
    true,
  );
}
