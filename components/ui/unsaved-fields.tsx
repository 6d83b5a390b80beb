"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { UnsavedGuard } from "./unsaved-guard";

type Props = {
  /** Changes with each successful save: from then on the form's content counts as saved. */
  saved: unknown;
  /** The version read: when nothing is unsaved, the form's content with a newer one counts as saved. */
  version: number;
  onChange?: (isDirty: boolean) => void;
};

/**
 * Inside a form whose fields keep their own values: guards the page while they differ from what was saved. Selects that
 * open elsewhere change hidden fields without an event, so the form is also checked after every click and key.
 */
export function UnsavedFields({ saved, version, onChange }: Props) {
  const mark = useRef<HTMLInputElement>(null);
  const before = useRef("");
  const [isDirty, setDirty] = useState(false);
  const reread = useEffectEvent((isSaved: boolean) => {
    const form = mark.current?.form;
    if (form && (isSaved || !isDirty)) before.current = textOf(form);
  });
  useEffect(() => reread(true), [saved]);
  useEffect(() => reread(false), [version]);

  useEffect(() => {
    const form = mark.current?.form;
    if (!form) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setDirty(textOf(form) !== before.current));
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

/** What the form would send, without React's own fields and the version, which no one typed. */
function textOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && name !== "version" && !name.startsWith("$ACTION"),
    ),
  );
}
