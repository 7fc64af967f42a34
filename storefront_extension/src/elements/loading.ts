import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type ApiError, asApiError } from "../api/client";

/** Something that is asked for: the last question counts, and leaving the page ends it. */
export class Loading<Value> implements ReactiveController {
  value: Value | undefined;
  error: ApiError | undefined;
  busy = false;
  #abort = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: ApiError) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Asks anew; a question that is still open is dropped. */
  async run(question: (signal: AbortSignal) => Promise<Value>): Promise<void> {
    this.stop();
    const { signal } = this.#abort;
    this.#set({ busy: true, error: undefined });
    try {
      const value = await question(signal);
      if (!signal.aborted) this.#set({ value, busy: false });
    } catch (error) {
      if (!signal.aborted) this.fail(asApiError(error));
    }
  }

  fail(error: ApiError): void {
    this.#set({ error, busy: false });
    this.failed(error);
  }

  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.busy = false;
  }

  clear(): void {
    this.stop();
    this.#set({ value: undefined, error: undefined });
  }

  #set(state: Partial<Pick<this, "value" | "error" | "busy">>): void {
    Object.assign(this, state);
    this.host.requestUpdate();
  }
}
