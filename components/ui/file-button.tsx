"use client";
import { useRef } from "react";
import { Button, type ButtonProps } from "./button";

export type FileButtonProps = Omit<ButtonProps, "type" | "onClick" | "asChild"> & {
  /** What the browser offers to choose, as in the `accept` of a file input. */
  accept: string;
  onFile: (file: File) => void;
};

/** A button that lets the reader choose a file. */
export function FileButton({ accept, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} type="button" onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label="The file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Choosing the same file again is another attempt.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
