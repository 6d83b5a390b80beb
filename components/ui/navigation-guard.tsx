"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { ownPath } from "@/lib/platform/paths/page-path";
import { ConfirmDialog } from "./alert-dialog";
import { DIALOG, keepEntryForDialogs } from "./back-entry";
import { leave } from "./leave";

const LEAVE = { title: "Leave without saving?", confirmLabel: "Leave" };
const CLOSE = { title: "Close without saving?", confirmLabel: "Close" };

/**
 * Guards the ways out of a page, once for the whole product: Back closes what is open above the page before it leaves
 * it, as people on phones expect; and when something is unsaved, links, Back and Forward, commands, closing a dialog
 * and closing the tab ask first. Browsers without the Navigation API behave as usual.
 */
export function NavigationGuard() {
  const router = useRouter();
  const question = useSyncExternalStore(leave.subscribe, leave.get, () => null);
  const follow = useEffectEvent((href: Route) => router.push(href));

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const href = leave.isHeld ? linkLeftBy(event) : null;
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      leave.by(() => follow(href));
    };
    const onUnload = (event: BeforeUnloadEvent) => leave.isHeld && event.preventDefault();
    // Before the router's own listener.
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    const navigation = "navigation" in window ? window.navigation : undefined;
    navigation?.addEventListener("navigate", onTraverse);
    const release = navigation && keepEntryForDialogs(navigation);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
      navigation?.removeEventListener("navigate", onTraverse);
      release?.();
    };
  }, []);

  if (question === null) return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && leave.answer(false)}
      {...(question.scope === undefined ? LEAVE : CLOSE)}
      text="Your changes will be lost."
      cancelLabel="Stay"
      onConfirm={() => leave.answer(true)}
    />
  );
}

/** Where a plain click on a link leads, when that is another page of the site. */
function linkLeftBy(event: MouseEvent): Route | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (
    !isPlain ||
    !link ||
    link.target === "_blank" ||
    link.origin !== location.origin ||
    link.pathname === location.pathname
  )
    return null;
  return ownPath(link.pathname + link.search) ?? null;
}

/** A browser lets us intercept Back once per touch or click, so that no one is locked in. */
function onTraverse(event: NavigateEvent): void {
  if (event.navigationType !== "traverse" || !event.cancelable) return;
  if (document.querySelector(DIALOG) !== null) {
    event.preventDefault();
    // What is open closes by its own rule for Escape: the topmost first, and nothing that must be answered.
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    return;
  }
  const { key, url } = event.destination;
  if (!leave.isHeld || new URL(url).pathname === location.pathname) return;
  event.preventDefault();
  leave.by(() => window.navigation.traverseTo(key));
}
