"use client";
import { useRef } from "react";
import { Button, type ButtonProps } from "./button";

export type FileButtonProps = Omit<ButtonProps, "type" | "onClick" | "asChild"> & {
  /** What the browser offers to choose, as in the `accept` of a file input. */
  accept: string;
  /** Several may be chosen at once; `onFile` is called for each. */
  multiple?: boolean;
  onFile: (file: File) => void;
};

/** A button that lets the reader choose a file, or several. */
export function FileButton({ accept, multiple = false, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} type="button" onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-label={multiple ? "The files" : "The file"}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          // Choosing the same file again is another attempt.
          event.target.value = "";
          files.forEach(onFile);
        }}
      />
    </>
  );
}
