"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { UnsavedGuard } from "./unsaved-guard";

type Props = {
  /** Changes with each save that went well: from then on what the form holds is what is saved. */
  saved: unknown;
  /** What was read: where nothing is unsaved, what the form holds with a newer one is what is saved. */
  version: number;
  onChange?: (isDirty: boolean) => void;
};

/**
 * Inside a form whose fields keep their own values: holds the page while they differ from what was saved. Choices that
 * open elsewhere change hidden fields without an event, so the form is looked at after every click and key, too.
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

/** What the form would send. React's own fields and the version that was read are nothing anyone typed. */
function textOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && name !== "version" && !name.startsWith("$ACTION"),
    ),
  );
}
