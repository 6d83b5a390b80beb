"use client";
import { use, useEffect, useRef } from "react";
import { DialogScope } from "./ask-before-closing";
import { leave } from "./leave";

type TextField = HTMLInputElement | HTMLTextAreaElement;
/** Text fields, without search fields. */
const TEXT =
  "textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=search], [type=file], [role=combobox], [readonly])";

/** Guards its dialog while that shows text typed into it. */
export function TypedText() {
  const scope = use(DialogScope);
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = mark.current?.parentElement;
    if (!dialog) return;
    const before = new Map<TextField, string>();
    const note = (field: TextField) => before.has(field) || before.set(field, field.value);
    dialog.querySelectorAll<TextField>(TEXT).forEach(note);
    // For fields that are shown later.
    const onFocus = ({ target }: FocusEvent) =>
      void (target instanceof Element && target.matches(TEXT) && note(target as TextField));
    dialog.addEventListener("focusin", onFocus);
    const release = leave.hold(scope, () =>
      [...before].some(([field, value]) => dialog.contains(field) && field.value !== value),
    );
    return () => {
      dialog.removeEventListener("focusin", onFocus);
      release();
    };
  }, [scope]);
  return <span ref={mark} hidden />;
}
