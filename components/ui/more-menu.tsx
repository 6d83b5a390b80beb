"use client";
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu";
import { IconButton, type IconButtonProps } from "./icon-button";

export type MoreMenuProps = Pick<IconButtonProps, "label" | "size" | "pending" | "disabled"> & {
  /** Its `DropdownMenuItem`s. */
  children: ReactNode;
};

/** The rarer actions of a row or a card, behind three dots. */
export function MoreMenu({ children, ...button }: MoreMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton {...button}>
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>{children}</DropdownMenuContent>
    </DropdownMenu>
  );
}
