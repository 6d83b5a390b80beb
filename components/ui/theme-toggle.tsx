"use client";
import { Moon, Sun } from "lucide-react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu";
import { IconButton } from "./icon-button";
import { ThemeItems } from "./theme-items";

/** Light, dark or the system's. Both icons are in the page and CSS shows the right one: no flash, no mismatch. */
export function ThemeToggle({ className }: { className?: string }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="Appearance" {...(className ? { className } : {})}>
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="hidden dark:block" />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-40">
        <ThemeItems />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
