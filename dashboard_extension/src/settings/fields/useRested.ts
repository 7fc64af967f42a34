import { useEffect, useState } from "react";

/** A value once it has not changed for a moment, for what is asked while somebody types. */
export function useRested<Value>(value: Value, pauseMs = 350): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
