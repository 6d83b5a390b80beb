import { CODE_LENGTH } from "./rules";

/** Writes a code so that it can be read and typed: "BCDFG-23456". */
export function arrivalCodeText(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}
