"use client";
import { useEffect } from "react";
import { leave } from "./leave";

/** While there are unsaved changes the page is left only after a question, whichever way: `LeaveKeeper` asks it. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  useEffect(() => (isDirty ? leave.hold() : undefined), [isDirty]);
  return null;
}
