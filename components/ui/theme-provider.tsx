"use client";
import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

/** Light, dark, or the system's. The nonce lets its first script run under the content security policy. */
export function ThemeProvider({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      storageKey="caresync-theme"
      {...(nonce ? { nonce } : {})}
    >
      {children}
    </NextThemes>
  );
}
