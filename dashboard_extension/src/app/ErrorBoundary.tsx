import { Component, type ReactNode } from "react";
import { ErrorNotice } from "../ui/ErrorNotice";

interface State {
  error: unknown;
  failed: boolean;
}

/** Shows a failure of the page itself instead of nothing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const retry = () => this.setState({ error: undefined, failed: false });
    return <ErrorNotice error={this.state.error} retry={retry} />;
  }
}
