"use client";
import { use, useEffect } from "react";
import { DialogScope } from "./ask-before-closing";
import { leave } from "./leave";

/** While there are unsaved changes the page, and the dialog around, is left only after a question, whichever way: `NavigationGuard` asks it. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const scope = use(DialogScope);
  useEffect(() => (isDirty ? leave.hold(scope) : undefined), [isDirty, scope]);
  return null;
}
