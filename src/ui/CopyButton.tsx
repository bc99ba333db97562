import { useEffect, useRef, useState } from "react";
import { announce } from "./Announcer";
import { Button, type ButtonProps } from "./Button";

/** Copies what `text` returns at the press, and says for two seconds whether it did. */
export function CopyButton({ text, ...rest }: Omit<ButtonProps, "onClick"> & { text: () => string }) {
  const [outcome, setOutcome] = useState<"Copied" | "Not copied" | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const say = (word: "Copied" | "Not copied") => {
    setOutcome(word);
    announce(word === "Copied" ? "Copied to the clipboard" : "The browser refused the clipboard");
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOutcome(null), 2000);
  };
  return (
    <Button
      {...rest}
      onClick={() =>
        // An insecure origin has no clipboard at all, so the call itself may throw.
        Promise.resolve()
          .then(() => navigator.clipboard.writeText(text()))
          .then(
            () => say("Copied"),
            () => say("Not copied"),
          )
      }
    >
      {outcome ?? rest.children}
    </Button>
  );
}
