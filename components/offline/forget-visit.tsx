"use client";
import { useEffect } from "react";
import { keepVisit } from "./kept-visit";

/** Where no one is signed in, the device keeps nothing of anyone. */
export function ForgetVisit() {
  useEffect(() => keepVisit(null), []);
  return null;
}
