"use client";
import { useEffect, useRef, useState } from "react";
import { UnsavedGuard } from "./unsaved-guard";

type Props = {
  /** Changes with each save that went well: from then on what the form holds is what is saved. */
  saved: unknown;
  onChange?: (isDirty: boolean) => void;
};

/**
 * Inside a form whose fields keep their own values: holds the page while they differ from what was saved. Choices that
 * open elsewhere change hidden fields without an event, so the form is looked at after every click and key, too.
 */
export function UnsavedFields({ saved, onChange }: Props) {
  const mark = useRef<HTMLInputElement>(null);
  const [isDirty, setDirty] = useState(false);

  useEffect(() => {
    const form = mark.current?.form;
    if (!form) return;
    const before = textOf(form);
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setDirty(textOf(form) !== before));
    };
    const events = ["input", "click", "keyup"] as const;
    for (const name of events) document.addEventListener(name, look);
    return () => {
      cancelAnimationFrame(frame);
      for (const name of events) document.removeEventListener(name, look);
      setDirty(false);
    };
  }, [saved]);

  useEffect(() => onChange?.(isDirty), [isDirty, onChange]);
  return (
    <>
      <input ref={mark} type="hidden" disabled />
      <UnsavedGuard isDirty={isDirty} />
    </>
  );
}

/** What the form would send. React's own fields and the version that was read are nothing anybody typed. */
function textOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "version" && !name.startsWith("$ACTION")));
}
